using System.CommandLine;
using ModelMonitor.Baselines;
using ModelMonitor.Baselines.Differences;
using ModelMonitor.Cli.Baselines;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Commands.Baselines;

/// <summary><c>modelmonitor baseline diff</c>: what is different between two baselines.</summary>
internal static class DiffBaselinesCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options)
    {
        const string What = "a version of the monitor, or the path of a folder or file with statistics.json and constraints.json";
        Argument<string> before = new("A") { Description = $"The earlier one: {What}." };
        Argument<string> after = new("B") { Description = "The later one, given likewise." };
        Option<string?> artifacts = new("--artifacts") { Description = "Where baselines are, when A or B is a version.", HelpName = "PATH" };
        Option<string?> monitor = new("--monitor") { Description = "The monitor whose versions they are: its name, or its file (*.json).", HelpName = "NAME" };
        Command command = new("diff", "Show what is different between two baselines. Exit code 1: columns came, went, have another type, or drifted.")
        {
            before, after, artifacts, monitor,
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
                ? await BaselinePlace.OpenAsync(path, parsed.GetValue(monitor)!, cancellationToken).ConfigureAwait(false)
                : null;
            Baseline earlier = await ReadAsync(place, parsed.GetRequiredValue(before), "A", cancellationToken).ConfigureAwait(false);
            Baseline later = await ReadAsync(place, parsed.GetRequiredValue(after), "B", cancellationToken).ConfigureAwait(false);
            BaselineDifference difference = BaselineComparer.Compare(earlier, later);
            string nameOfA = earlier.Version ?? parsed.GetRequiredValue(before);
            string nameOfB = later.Version ?? parsed.GetRequiredValue(after);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => BaselineDiffJson.Write(writer, nameOfA, nameOfB, difference));
            }
            else
            {
                BaselineDiffReport.Write(terminal.Screen, nameOfA, nameOfB, difference);
            }

            return difference.BreakingCount > 0 ? ExitCode.Violations : ExitCode.Clean;
        });
        return command;
    }

    /// <summary>Reads a version where there is one of that name, else files.</summary>
    private static async Task<Baseline> ReadAsync(BaselinePlace? place, string word, string source, CancellationToken cancellationToken)
    {
        bool isPath = word.Contains('/', StringComparison.Ordinal) || Directory.Exists(word) || File.Exists(word);
        if (place is not null && !isPath)
        {
            string version = await place.ResolveAsync(word, cancellationToken).ConfigureAwait(false);
            return (await BaselineVersions.FindAsync(place.Store, place.Monitor, version, cancellationToken).ConfigureAwait(false))!;
        }

        BaselineFiles files = await BaselineFiles.ReadAsync(word, source, cancellationToken).ConfigureAwait(false);
        return BaselineReader.Read(word, files.Constraints, files.Statistics);
    }
}
