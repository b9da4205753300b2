using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class ValidateCommandTests : IDisposable
{
    private const string Churn = """{ "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {} }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Validate_ShippedMonitors_AreValid()
    {
        CommandRun run = await CommandRun.RunAsync("validate", Path.Combine(Repository.Root, "monitors"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Validate_GoodFile_IsCleanAndSaysWhatItWatches()
    {
        CommandRun run = await CommandRun.RunAsync("validate", _folder.Write("a.json", Churn));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("churn watches churn-xgboost/AllTraffic, hourly", OnOneLine(run.Output), StringComparison.Ordinal);
        Assert.EndsWith("1 monitor file, no problem.\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ks", "ks is of numbers; columns of texts are compared as by auto.")]
    [InlineData("t_welch", "t_welch is of numbers; columns of texts are compared as by auto.")]
    [InlineData("fisher", "fisher is of categories; columns of numbers are compared as by auto.")]
    [InlineData("missing_share", "missing_share looks at missing cells alone; no change of the values is drift.")]
    [InlineData("psi_10", null)]
    [InlineData("auto", null)]
    public async Task Validate_DriftMethodThatDoesNotFitEveryColumn_SaysSo(string method, string? note)
    {
        string file = _folder.Write("a.json", Churn.Replace("{}", $$"""{ "drift": { "method": "{{method}}" } }""", StringComparison.Ordinal));

        CommandRun run = await CommandRun.RunAsync("validate", file);
        JsonElement json = JsonDocument.Parse((await CommandRun.RunAsync("validate", file, "--json")).Output).RootElement;

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(note is not null, OnOneLine(run.Output).Contains(note ?? "dataQuality.drift.method", StringComparison.Ordinal));
        Assert.Equal(note is null ? 0 : 1, json.GetProperty("monitors")[0].GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task Validate_FileOfSeveralKinds_SaysWhatEachWatchesAndCountsOneFile()
    {
        CommandRun run = await CommandRun.RunAsync("validate", _folder.Write("a.json", Churn.Replace(" }", """, "attribution": { "schedule": "daily" } }""", StringComparison.Ordinal)));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("churn watches churn-xgboost/AllTraffic, hourly", OnOneLine(run.Output), StringComparison.Ordinal);
        Assert.Contains("churn-attribution watches churn-xgboost/AllTraffic, daily", OnOneLine(run.Output), StringComparison.Ordinal);
        Assert.EndsWith("1 monitor file, no problem.\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_AnAnalysisConfigurationThatIsNotThere_IsAProblem()
    {
        string file = _folder.Write("a.json", """{ "name": "churn", "endpoint": "e", "bias": { "config": "analysis_config.json" } }""");

        CommandRun without = await CommandRun.RunAsync("validate", file);
        _folder.Write("analysis_config.json", "{}");
        CommandRun with = await CommandRun.RunAsync("validate", _folder.Root);

        Assert.Contains("'analysis_config.json' is not beside the monitor's", OnOneLine(without.Output), StringComparison.Ordinal);
        Assert.Equal((2, 0), (without.ExitCode, with.ExitCode));
    }

    [Fact]
    public async Task Validate_BadFile_ListsEveryProblemWithItsLine()
    {
        string file = _folder.Write("a.json", """
            {
              "name": "churn",
              "endpont": "churn-xgboost",
              "dataQuality": { "features": { "Day Mins": { "driftThreshold": 2 } } }
            }
            """);

        CommandRun run = await CommandRun.RunAsync("validate", file);

        Assert.Equal(2, run.ExitCode);
        string output = OnOneLine(run.Output);
        Assert.Contains("line 1, $.endpoint is missing", output, StringComparison.Ordinal);
        Assert.Contains("line 3, $.endpont unknown key; did you mean endpoint?", output, StringComparison.Ordinal);
        Assert.Contains(
            "line 4, $.dataQuality.features['Day Mins'].driftThreshold expected a number from 0 to 1, found the number 2",
            output,
            StringComparison.Ordinal);
        Assert.Contains("1 of 1 monitor file with problems.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ValueWithTerminalEscapes_DoesNotSteerTheTerminal()
    {
        string file = _folder.Write("a.json", """{ "name": "churn", "endpoint": "a", "schedule": "\u001b[2Jnow", "dataQuality": {} }""");

        CommandRun run = await CommandRun.RunAsync("validate", file);

        Assert.Contains("·[2Jnow", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Validate_LongMessages_FitAHundredColumnsWithoutSpaceAtTheEnd()
    {
        string file = _folder.Write("a.json", $$"""{ "name": "{{new string('x', 300)}}", "{{new string('k', 200)}}": 1 }""");

        CommandRun run = await CommandRun.RunAsync("validate", file);

        Assert.All(run.Output.ReplaceLineEndings("\n").Split('\n'), line =>
        {
            Assert.True(line.Length <= 100, line);
            Assert.Equal(line.TrimEnd(), line);
        });
    }

    [Fact]
    public async Task Validate_Folder_ChecksItsMonitorsAndNotItsSchema()
    {
        _folder.Write("b.json", Churn.Replace("\"churn\"", "\"other\"", StringComparison.Ordinal));
        _folder.Write("a.json", Churn);
        _folder.Write("monitor.schema.json", "{}");
        _folder.Write("notes.txt", "not json");

        CommandRun run = await CommandRun.RunAsync("validate", "--json", _folder.Root);

        Assert.Equal(0, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["churn", "other"],
            document.RootElement.GetProperty("monitors").EnumerateArray().Select(monitor => monitor.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Validate_FolderWithoutMonitors_IsAConfigurationError()
    {
        CommandRun run = await CommandRun.RunAsync("validate", _folder.Root);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("holds no monitor file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_FileThatIsNotThere_IsAProblemAndOthersAreStillChecked()
    {
        CommandRun run = await CommandRun.RunAsync(
            "validate", _folder.PathOf("absent.json"), _folder.Write("a.json", Churn));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no such file", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 monitor files with problems.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_TwoMonitorsOfOneName_IsAProblem()
    {
        string first = _folder.Write("a.json", Churn);

        CommandRun run = await CommandRun.RunAsync("validate", first, _folder.Write("b.json", Churn));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'churn' is also the name of", OnOneLine(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_OneFileNamedTwice_IsCheckedOnce()
    {
        string file = _folder.Write("a.json", Churn);
        CommandRun run = await CommandRun.RunAsync("validate", file, _folder.PathOf(".", "a.json"), _folder.Root);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Validate_Json_HasPathLineAndMessage()
    {
        string file = _folder.Write("a.json", "{\n\"name\": 5 }");

        CommandRun run = await CommandRun.RunAsync("validate", file, "--json");

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement monitor = document.RootElement.GetProperty("monitors")[0];
        Assert.Equal(file, monitor.GetProperty("file").GetString());
        Assert.False(monitor.GetProperty("valid").GetBoolean());
        JsonElement problem = monitor.GetProperty("problems").EnumerateArray()
            .Single(problem => problem.GetProperty("path").GetString() == "$.name");
        Assert.Equal(2, problem.GetProperty("line").GetInt32());
        Assert.Contains("found the number 5", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
