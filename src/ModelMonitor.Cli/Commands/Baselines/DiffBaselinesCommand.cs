using System.CommandLine;
using ModelMonitor.Baselines;
using ModelMonitor.Baselines.Differences;
using ModelMonitor.Baselines.Metrics;
using ModelMonitor.Cli.Baselines;
using ModelMonitor.Cli.Options;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Commands.Baselines;

/// <summary><c>modelmonitor baseline diff</c>: what is different between two baselines.</summary>
internal static class DiffBaselinesCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options)
    {
        const string What = "a version of the monitor, or the path of a folder or file with constraints.json and statistics.json, or analysis.json";
        Argument<string> before = new("A") { Description = $"The earlier one: {What}." };
        Argument<string> after = new("B") { Description = "The later one, given likewise." };
        Option<string?> artifacts = new("--artifacts") { Description = "Where baselines are, when A or B is a version.", HelpName = "PATH" };
        Option<string?> monitor = new("--monitor") { Description = "The monitor whose versions they are: its name, or its file (*.json).", HelpName = "NAME" };
        Option<KindChoice?> kind = KindChoice.OfFile();
        Command command = new(
            "diff",
            "Show what is different between two baselines. Exit code 1: columns came, went, have another type, or drifted; metrics came, went, are "
                + "compared otherwise, or violate their old thresholds.")
        {
            before, after, artifacts, monitor, kind,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(artifacts) is null) != (result.GetResult(monitor) is null))
            {
                result.AddError("diff: expected --artifacts and --monitor, both or neither");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            BaselinePlace? place = parsed.GetValue(artifacts) is { } path
                ? await BaselinePlace.OpenAsync(path, parsed.GetValue(monitor)!, parsed.GetValue(kind)?.Runner.Name, cancellationToken).ConfigureAwait(false)
                : null;
            IBaseline earlier = await ReadAsync(place, parsed.GetRequiredValue(before), "A", cancellationToken).ConfigureAwait(false);
            IBaseline later = await ReadAsync(place, parsed.GetRequiredValue(after), "B", cancellationToken).ConfigureAwait(false);
            string nameOfA = earlier.Version ?? parsed.GetRequiredValue(before);
            string nameOfB = later.Version ?? parsed.GetRequiredValue(after);
            bool isJson = parsed.GetValue(options.Json);
            return (earlier, later) switch
            {
                (Baseline a, Baseline b) => Show(terminal, isJson, nameOfA, nameOfB, BaselineComparer.Compare(a, b)),
                _ when earlier.Kinds.Intersect(later.Kinds, StringComparer.Ordinal).Any() =>
                    Show(terminal, isJson, nameOfA, nameOfB, MetricComparer.Compare(earlier, later)!),
                _ => throw new ConfigurationException(
                    "B", "", $"is a baseline of {string.Join(" and ", later.Kinds)}, and A one of {string.Join(" and ", earlier.Kinds)}; give two of one kind."),
            };
        });
        return command;
    }

    private static int Show(Terminal terminal, bool isJson, string before, string after, BaselineDifference difference)
    {
        if (isJson)
        {
            terminal.WriteJson(writer => BaselineDiffJson.Write(writer, before, after, difference));
        }
        else
        {
            BaselineDiffReport.Write(terminal.Screen, before, after, difference);
        }

        return difference.BreakingCount > 0 ? ExitCode.Violations : ExitCode.Clean;
    }

    private static int Show(Terminal terminal, bool isJson, string before, string after, IReadOnlyList<MetricDifference> differences)
    {
        if (isJson)
        {
            terminal.WriteJson(writer => MetricBaselineJson.WriteDifferences(writer, before, after, differences));
        }
        else
        {
            MetricDiffReport.Write(terminal.Screen, before, after, differences);
        }

        return differences.Any(difference => difference.IsBreaking) ? ExitCode.Violations : ExitCode.Clean;
    }

    /// <summary>Reads a version where there is one of that name, else files.</summary>
    private static async Task<IBaseline> ReadAsync(BaselinePlace? place, string word, string source, CancellationToken cancellationToken)
    {
        bool isPath = word.Contains('/', StringComparison.Ordinal) || Directory.Exists(word) || File.Exists(word);
        if (place is not null && !isPath)
        {
            string version = await place.ResolveAsync(word, cancellationToken).ConfigureAwait(false);
            return await place.ReadAsync(version, cancellationToken).ConfigureAwait(false);
        }

        return BaselineContent.Read(await BaselineFiles.ReadAsync(word, source, cancellationToken).ConfigureAwait(false));
    }
}
