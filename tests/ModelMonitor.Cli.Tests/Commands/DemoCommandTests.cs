using System.Text.Json;
using System.Text.RegularExpressions;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed partial class DemoCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.PathOf("demo");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Demo_NewFolder_TellsWhichFeaturesDriftSinceWhenAndByHowMuch()
    {
        CommandRun run = await DemoAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        Assert.Contains("2 features drift from 14:00 on:", run.Output, StringComparison.Ordinal);
        Assert.Matches("plan +14:00 +share of business +[0-9.]+ % +[0-9.]+ % +▁▁▁▁", run.Output);
        Assert.Matches("day_mins +14:00 +mean +18[01]\\.?[0-9]* +[0-9.]+ +▁▁▁▁", run.Output);
        Assert.Equal(8, HourLine().Count(run.Output));
        string address = run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')[^1].Trim();
        Assert.True(File.Exists(new Uri(address).LocalPath), address);
    }

    [Fact]
    public async Task Demo_PrintedCommands_Work()
    {
        CommandRun demo = await DemoAsync();
        List<string[]> commands = [.. PrintedCommands(demo.Output)];
        Assert.Equal(["run", "run", "compare"], commands.Select(command => command[0]));

        CommandRun lastHour = await CommandRun.RunAsync(commands[0]);
        CommandRun allHours = await CommandRun.RunAsync(commands[1]);
        CommandRun comparison = await CommandRun.RunAsync(commands[2]);

        Assert.Equal((1, ""), (lastHour.ExitCode, lastHour.Error));
        Assert.Contains("Already done at", lastHour.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (allHours.ExitCode, allHours.Error));
        Assert.Contains("2 features drifted", allHours.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (comparison.ExitCode, comparison.Error));
        Assert.All([lastHour, allHours, comparison], run => run.AssertFits());
    }

    [Fact]
    public async Task Demo_Again_MakesTheSameAnew()
    {
        CommandRun first = await DemoAsync();
        string report = Path.Combine(Output, "reports", "churn-demo", "churn", "2026", "11", "22", "18", "statistics.json");
        byte[] statistics = await File.ReadAllBytesAsync(report);

        CommandRun second = await DemoAsync();

        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.Equal(WithoutDurations(first.Output), WithoutDurations(second.Output));
        Assert.Equal(statistics, await File.ReadAllBytesAsync(report));
    }

    [Fact]
    public async Task Demo_Json_HasTheHoursAndTheEvidence()
    {
        CommandRun run = await CommandRun.RunAsync("demo", "--output", Output, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            [0, 0, 0, 0, 2, 2, 2, 2],
            document.RootElement.GetProperty("hours").EnumerateArray().Select(hour => hour.GetProperty("violations").GetInt32()));
        Assert.Equal(
            ["plan", "day_mins"],
            document.RootElement.GetProperty("drifting").EnumerateArray().Select(feature => feature.GetProperty("feature").GetString()));
    }

    [Fact]
    public async Task Demo_FolderOfOtherThings_IsRefusedAndLeftAlone()
    {
        string file = _folder.Write("demo/thesis.txt", "years of work");

        CommandRun run = await DemoAsync();

        run.AssertConfigurationError("is not empty, and what is in it is no former demonstration");
        Assert.Equal(file, Assert.Single(Directory.EnumerateFileSystemEntries(Output)));
    }

    [Fact]
    public async Task Demo_FileInPlaceOfTheFolder_IsRefused()
    {
        _folder.Write("demo", "a file");
        (await DemoAsync()).AssertConfigurationError("is not a folder");
    }

    [Fact]
    public async Task Demo_MonitorFile_IsValid()
    {
        await CommandRun.RunAsync("demo", "--output", Output, "--json");
        CommandRun run = await CommandRun.RunAsync("validate", Path.Combine(Output, "monitor.json"));
        Assert.Equal(0, run.ExitCode);
    }

    [GeneratedRegex(@"^  1[0-7]:00 +1,[0-9]{3} ", RegexOptions.Multiline)]
    private static partial Regex HourLine();

    [GeneratedRegex(@"took\s.*\stogether", RegexOptions.Singleline)]
    private static partial Regex Duration();

    private Task<CommandRun> DemoAsync() => CommandRun.RunAsync("demo", "--output", Output);

    private static string WithoutDurations(string output) => Duration().Replace(output, "");

    /// <summary>The command lines in the output as a shell would take them, without the program's name.</summary>
    private static IEnumerable<string[]> PrintedCommands(string output) => output.ReplaceLineEndings("\n")
        .Replace("\\\n", "", StringComparison.Ordinal).Replace("`\n", "", StringComparison.Ordinal)
        .Split('\n')
        .Where(line => line.StartsWith("    modelmonitor ", StringComparison.Ordinal))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
}
