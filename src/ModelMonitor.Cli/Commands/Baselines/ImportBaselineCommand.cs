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
            Description = "A folder with constraints.json and perhaps statistics.json, of SageMaker Model Monitor, of this program or "
                + "edited by hand; or a file of constraints. Here, or s3://bucket/…",
        };
        Option<bool> promote = new("--promote") { Description = "Have runs use it. Default: as the monitor's file says (baseline.promote); with a name alone, not." };
        Option<string?> model = new("--model-version") { Description = "The version of the model it belongs to, for the record.", HelpName = "TEXT" };
        Command command = new("import", "Make a version of a baseline from existing files, after checking them in full.") { path, promote, model };
        BaselineOptions baseline = new BaselineOptions().AddTo(command, isNoted: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            BaselinePlace place = await baseline.OpenAsync(parsed, cancellationToken).ConfigureAwait(false);
            BaselineFiles files = await BaselineFiles.ReadAsync(parsed.GetRequiredValue(path), "PATH", cancellationToken).ConfigureAwait(false);
            BaselineDocuments documents = new(
                files.Source, BaselineFormat.ConstraintsAndStatistics, [files.Constraints, files.Statistics]);
            Baseline read = BaselineReader.Read(documents);
            if (place.Definition is { } monitor)
            {
                // What the monitor overrides must be in it.
                _ = DataQualityFactory.Of(monitor, read);
            }

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
}
