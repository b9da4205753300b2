using System.CommandLine;
using ModelMonitor.Baselines;
using ModelMonitor.Cli.Baselines;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Commands.Baselines;

/// <summary><c>modelmonitor baseline import</c>: makes a version of files that are there.</summary>
internal static class ImportBaselineCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options, TimeProvider time)
    {
        Argument<string> path = new("PATH")
        {
            Description = "A folder with constraints.json and perhaps statistics.json, of data or model quality, or with Clarify's analysis.json: of "
                + "SageMaker Model Monitor, of this program or edited by hand; or a file of constraints or an analysis. Here, or s3://bucket/…",
        };
        Option<bool> promote = new("--promote") { Description = "Have runs use it. Default: as the monitor's file says (baseline.promote); with a name alone, not." };
        Option<string?> model = new("--model-version") { Description = "The version of the model it belongs to, for the record.", HelpName = "TEXT" };
        Command command = new("import", "Make a version of a baseline from existing files, after checking them in full.") { path, promote, model };
        BaselineOptions baseline = new BaselineOptions().AddTo(command, isNoted: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            BaselinePlace place = await baseline.OpenAsync(parsed, cancellationToken).ConfigureAwait(false);
            BaselineDocuments documents = await BaselineFiles.ReadAsync(parsed.GetRequiredValue(path), "PATH", cancellationToken).ConfigureAwait(false);
            IBaseline read = BaselineContent.Read(documents);
            MustFit(place, read, documents);

            string by = baseline.By(parsed);
            BaselineImport import = new(
                place.Monitor, documents, read, $"{by} (import)", parsed.GetValue(model));
            (string version, bool isNew) = await new BaselineImporter(place.Store, time).ImportAsync(import, cancellationToken).ConfigureAwait(false);
            bool isPromoted = parsed.GetValue(promote) || place.Definition?.Baseline.Promote == PromotionRule.Automatic;
            PromotionResult? result = isPromoted
                ? await new BaselinePromoter(place.Store, time).PromoteAsync(
                    place.Monitor, version, by, baseline.Reason(parsed), cancellationToken).ConfigureAwait(false)
                : null;
            PromotionReport.WriteImport(terminal, parsed.GetValue(options.Json), version, isNew, result);
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>Makes sure that the monitor, where more than its name is known, can be judged by it: it is of the same kind, and has what the monitor's file names.</summary>
    private static void MustFit(BaselinePlace place, IBaseline baseline, BaselineDocuments documents)
    {
        if (place.Definition is not { } monitor)
        {
            return;
        }

        if (!baseline.Kinds.Contains(monitor.Kind, StringComparer.Ordinal))
        {
            throw new ConfigurationException(
                "PATH", "", $"is a baseline of {string.Join(" and ", baseline.Kinds)}, and {monitor.Name} is a monitor of {monitor.Kind}; give the --kind, or another --monitor.");
        }

        _ = MonitorKinds.Of(monitor).Prepare(monitor, documents, $"monitor {monitor.Name}");
    }
}
