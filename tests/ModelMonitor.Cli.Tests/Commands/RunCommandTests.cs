using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class RunCommandTests : IAsyncLifetime, IDisposable
{
    private const string Monitor = """
        { "name": "m", "endpoint": "churn", "dataQuality": { "features": { "age": { "driftThreshold": 0.9 } } } }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new(Churn.Ten.AddMinutes(75));

    private string Baseline => _folder.PathOf("baseline");

    private string Output => _folder.PathOf("report");

    public async Task InitializeAsync()
    {
        string dataset = _folder.Write("train.csv", Churn.Training());
        CommandRun run = await CommandRun.RunAsync("baseline", "--dataset", dataset, "--output", Baseline);
        Assert.Equal(0, run.ExitCode);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_OrdinaryTraffic_IsCleanAndWritesTheReport()
    {
        CommandRun run = await RunAsync(_folder.Write("a.jsonl", Churn.Ordinary(Churn.Ten)));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        Assert.StartsWith("✓ No violations in 300 rows.", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["constraint_violations.json", "constraints.json", "run.json", "statistics.json"],
            Directory.EnumerateFileSystemEntries(Output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_Drift_IsOneAndTheFeatureIsShown()
    {
        CommandRun run = await RunAsync(_folder.Write("a.jsonl", Churn.Drifted(Churn.Ten)));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        Assert.StartsWith("✗ 1 violation in 300 rows, 1 feature drifted.", run.Output, StringComparison.Ordinal);
        Assert.Matches("age +baseline_drift_check +distance: [0-9]\\.[0-9]+ exceeds threshold: 0\\.06", run.Output);
        Assert.Matches("age +[0-9]\\.[0-9]{3} +0\\.060 +█*┊█+.* +[0-9.<e -]+ +Anderson-Darling", run.Output);
        Assert.Matches("a p-value up to 0\\.001\\s+after\\s+correction\\s+for\\s+all\\s+tests\\.", run.Output);
    }

    [Fact]
    public async Task Run_OwnRules_AreShownWithTheRowsThatFail()
    {
        string capture = _folder.Write("captures/a.jsonl", Churn.Ordinary(Churn.Ten));
        string monitor = _folder.Write("rules.json", """
            { "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {},
              "rules": [
                { "name": "adults", "over": "row", "expression": "row.age >= 18" },
                { "name": "none", "over": "row", "expression": "row.age < 0", "message": "Nobody is unborn." }
              ] }
            """);

        CommandRun run = await RunAsync(Path.GetDirectoryName(capture)!, "--monitor", monitor, "--window", "2026-11-22T10:00Z/PT1H");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        Assert.Matches("✗ +none +row +300 of 300 +Nobody is unborn\\.", run.Output);
        Assert.Matches("✓ +adults +row +0 of 300 +holds", run.Output);
    }

    [Fact]
    public async Task Run_Repeated_SaysSoAndChangesNothing()
    {
        string capture = _folder.Write("a.jsonl", Churn.Drifted(Churn.Ten));
        CommandRun first = await RunAsync(capture);
        byte[] record = await File.ReadAllBytesAsync(Path.Combine(Output, "run.json"));
        _time.Advance(TimeSpan.FromHours(1));

        CommandRun second = await RunAsync(capture);

        Assert.Equal((1, 1), (first.ExitCode, second.ExitCode));
        Assert.DoesNotContain("Already done", first.Output, StringComparison.Ordinal);
        Assert.Contains("Already done at 2026-11-22 11:15 UTC", second.Output, StringComparison.Ordinal);
        Assert.Equal(record, await File.ReadAllBytesAsync(Path.Combine(Output, "run.json")));
    }

    [Fact]
    public async Task Run_Window_LeavesOtherEventsOutAndCountsThem()
    {
        string capture = _folder.Write("a.jsonl", Churn.Ordinary(Churn.Ten, 10) + Churn.Ordinary(Churn.Ten.AddHours(1), 20));

        CommandRun run = await RunAsync(capture, "--window", "2026-11-22T11:00Z/PT1H");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("✓ No violations in 20 rows, 2026-11-22 11:00 to 12:00 UTC.", run.Output, StringComparison.Ordinal);
        Assert.Matches("other windows +10 rows", run.Output);
    }

    [Fact]
    public async Task Run_NoDataInWindow_IsCleanAndSaysSo()
    {
        CommandRun run = await RunAsync(_folder.Write("a.jsonl", Churn.Ordinary(Churn.Ten)), "--window", "2026-11-25/P1D");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("○ No data, 2026-11-25 00:00 to 2026-11-26 00:00 UTC", run.Output, StringComparison.Ordinal);
        Assert.Equal("run.json", Assert.Single(Directory.EnumerateFiles(Output).Select(Path.GetFileName)));
    }

    [Fact]
    public async Task Run_UnreadableLines_AreShownWithFileLineAndReason()
    {
        string capture = _folder.Write("a.jsonl", Churn.Ordinary(Churn.Ten) + "\u001b[31mupstream error\n");

        CommandRun run = await RunAsync(capture);

        Assert.Equal(0, run.ExitCode);
        run.AssertFits();
        Assert.Matches(@"unreadable +1\n +a\.jsonl:301\n", run.Output.ReplaceLineEndings("\n"));
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Run_NothingReadable_SaysSoRatherThanNoData()
    {
        CommandRun run = await RunAsync(_folder.Write("a.csv", Churn.Training(20)));

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("○ Nothing could be read: 21 unreadable lines. Is it the right --format?", run.Output, StringComparison.Ordinal);
        Assert.Contains("… and 16 more", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NumberBeyondDoubles_IsCountedAboveItsSample()
    {
        string capture = _folder.Write("a.jsonl", Churn.Ordinary(Churn.Ten) + Churn.Line(Churn.Ten, "1e999,plus", "0.5"));

        CommandRun run = await RunAsync(capture);

        run.AssertFits();
        Assert.Matches(@"unreadable +0\n +beyond doubles +1 number\n +a\.jsonl:301\n", run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Run_Json_HasTheRecordAndTheViolations()
    {
        CommandRun run = await RunAsync(_folder.Write("a.jsonl", Churn.Drifted(Churn.Ten)), "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement only = Assert.Single(document.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal(300, only.GetProperty("run").GetProperty("rows").GetInt64());
        Assert.Equal("CompletedWithViolations", only.GetProperty("run").GetProperty("outcome").GetString());
        Assert.Equal("age", only.GetProperty("violations")[0].GetProperty("feature_name").GetString());
    }

    [Theory]
    [InlineData("csv", "score,age,plan\n0.5,30,basic\n")]
    [InlineData("jsonl", "{\"score\":0.5,\"age\":30,\"plan\":\"basic\"}\n")]
    public async Task Run_Dataset_IsReadByItsFormat(string format, string content)
    {
        CommandRun run = await RunAsync(_folder.Write("data.txt", content), "--format", format);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("in 1 row.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SageMakerCompatibility_KeepsItsQuirks()
    {
        // A Fractional column with a 0 in it: SageMaker Model Monitor counts the 0 as another type.
        string capture = _folder.Write("a.csv", "score,age,plan\n0,30,basic\n0.5,31,plus\n");

        CommandRun corrected = await RunAsync(capture, "--format", "csv");
        CommandRun sageMaker = await RunAsync(capture, "--format", "csv", "--compatibility", "sagemaker");

        Assert.Equal((0, 1), (corrected.ExitCode, sageMaker.ExitCode));
        Assert.Contains("data_type_check", sageMaker.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Monitor_TakesTheDueHourItsOverridesAndFilesTheReportByHour()
    {
        _folder.Write("s3/capture/churn/AllTraffic/2026/11/22/10/05-00-000-a.jsonl", Churn.Drifted(Churn.Ten));
        _folder.Write("s3/capture/other/AllTraffic/2026/11/22/10/05-00-000-b.jsonl", "not of this endpoint\n");

        CommandRun run = await RunMonitorAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error)); // The drift is below the monitor's threshold of 0.9.
        Assert.Contains("✓ No violations in 300 rows, 2026-11-22 10:00 to 11:00 UTC.", run.Output, StringComparison.Ordinal);
        Assert.Matches("unreadable +0\n", run.Output.ReplaceLineEndings("\n"));
        Assert.True(File.Exists(Path.Combine(Output, "reports", "churn", "m", "2026", "11", "22", "11", "run.json")));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(Output, "states", "churn", "AllTraffic")));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Output, "runs", "m", "20261122T100000Z"), "plan.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Run_MonitorOfOneFolderWithoutCapturesYet_HasNoData()
    {
        string monitor = _folder.Write("s3/monitor.json", Monitor);

        CommandRun run = await CommandRun.RunAsync(
            _time, "run", "--capture", _folder.PathOf("s3"), "--baseline", Baseline, "--output", _folder.PathOf("s3"), "--monitor", monitor);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("○ No data, 2026-11-22 10:00 to 11:00 UTC", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MonitorAfterLateData_RunsTheEarlierHourAgainToo()
    {
        _folder.Write("s3/capture/churn/AllTraffic/2026/11/22/10/05-00-000-a.jsonl", Churn.Ordinary(Churn.Ten));
        Assert.Equal(0, (await RunMonitorAsync()).ExitCode);
        _folder.Write("s3/capture/churn/AllTraffic/2026/11/22/10/06-00-000-b.jsonl", Churn.Ordinary(Churn.Ten, 50));
        _folder.Write("s3/capture/churn/AllTraffic/2026/11/22/11/30-00-000-c.jsonl", Churn.Ordinary(Churn.Ten.AddHours(1)));
        _time.Advance(TimeSpan.FromHours(1));

        CommandRun run = await RunMonitorAsync();

        Assert.Equal(0, run.ExitCode);
        int earlier = run.Output.IndexOf("350 rows, 2026-11-22 10:00 to 11:00", StringComparison.Ordinal);
        int due = run.Output.IndexOf("300 rows, 2026-11-22 11:00 to 12:00", StringComparison.Ordinal);
        Assert.True(earlier >= 0 && due > earlier, run.Output);
    }

    [Theory]
    [InlineData("2026-11-22", "--window: expected start and duration or start and end")]
    [InlineData("yesterday/PT1H", "--window: expected a start such as 2026-11-22T10:00Z, found 'yesterday'")]
    [InlineData("2026-11-22T10:00Z/P1M", "--window: expected a duration such as PT1H")]
    [InlineData("2026-11-22T10:00Z/later", "--window: expected a duration such as PT1H or an end")]
    [InlineData("2026-11-22T10:00Z/2026-11-22T10:00Z", "--window: the end is not after the start")]
    public async Task Run_WrongWindow_IsAConfigurationError(string window, string expected)
    {
        CommandRun run = await RunAsync(_folder.Write("a.jsonl", Churn.Ordinary(Churn.Ten)), "--window", window);

        run.AssertConfigurationError(expected);
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("--capture absent --baseline BASE --output OUT", "--capture: there is no file or folder 'absent'")]
    [InlineData("--capture FILE --baseline absent --output OUT", "--baseline: there is no file or folder 'absent'")]
    [InlineData("--capture FILE --baseline ROOT/empty --output OUT", "no constraints.json here")]
    [InlineData("--capture FILE --baseline ROOT/broken --output OUT", "constraints.json: ")]
    [InlineData("--capture FILE --baseline BASE --output FILE", "--output: ")]
    [InlineData("--capture FILE --baseline BASE --output BASE", "is in the folder of --baseline")]
    [InlineData("--capture ROOT --baseline BASE --output OUT", "is in the folder of --capture")]
    [InlineData("--capture FILE --baseline BASE --output OUT --monitor ROOT/wrong.json", "line 1: $.name")]
    [InlineData("--capture FILE --baseline BASE --output OUT --monitor ROOT/column.json", "agee")]
    [InlineData("--capture FILE --baseline BASE --output OUT --format xml", "--format: expected capture, transform, csv, jsonl or parquet")]
    [InlineData("--capture FILE --baseline BASE --output OUT --no-header", "--no-header: only CSV has a header")]
    [InlineData("--capture FILE --baseline BASE --output OUT --compatibility sagemakr", "did you mean sagemaker?")]
    [InlineData("--capture FILE --baseline BASE", "'--output' is required")]
    public async Task Run_WrongArguments_AreConfigurationErrors(string arguments, string expected)
    {
        string file = _folder.Write("in/a.jsonl", Churn.Ordinary(Churn.Ten));
        Directory.CreateDirectory(_folder.PathOf("empty"));
        _folder.Write("broken/constraints.json", "{ \"version\": 0, \"features\": 5 }");
        _folder.Write("wrong.json", """{ "name": 5, "endpoint": "e", "dataQuality": {} }""");
        _folder.Write("column.json", """{ "name": "m", "endpoint": "e", "dataQuality": { "features": { "agee": { "completeness": 1 } } } }""");

        CommandRun run = await CommandRun.RunAsync(
            ["run", .. arguments.Split(' ').Select(word => word
                .Replace("FILE", file, StringComparison.Ordinal)
                .Replace("ROOT", _folder.Root, StringComparison.Ordinal)
                .Replace("BASE", Baseline, StringComparison.Ordinal)
                .Replace("OUT", Output, StringComparison.Ordinal))]);

        run.AssertConfigurationError(expected);
        Assert.False(Directory.Exists(Output));
        Assert.Equal(2, Directory.EnumerateFiles(Baseline).Count());
    }

    private Task<CommandRun> RunAsync(string capture, params string[] options) =>
        CommandRun.RunAsync(_time, ["run", "--capture", capture, "--baseline", Baseline, "--output", Output, .. options]);

    private Task<CommandRun> RunMonitorAsync() =>
        RunAsync(_folder.PathOf("s3"), "--monitor", _folder.Write("monitor.json", Monitor));
}
