using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

/// <summary>The commands over <c>s3://</c>, which do as they do over folders.</summary>
public sealed class S3PathTests : IClassFixture<LocalS3Fixture>, IDisposable
{
    private const string Monitor = """{ "name": "m", "endpoint": "churn", "capture": { "prefix": "capture/" }, "dataQuality": {} }""";

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new(Churn.Ten.AddMinutes(75));

    public void Dispose() => _folder.Dispose();

    [LocalS3Fact]
    public async Task BaselineAndRun_OverS3_WriteTheBytesTheyWriteOverFolders()
    {
        string[] places = [_folder.Root, $"{LocalS3Fixture.Bucket}/equal place"];
        foreach (string place in places)
        {
            await LocalS3Fixture.WriteAsync(place, "data/train.csv", Churn.Training());
            await LocalS3Fixture.WriteAsync(place, "captures/a b.jsonl", Churn.Drifted(Churn.Ten));
            await LocalS3Fixture.WriteAsync(place, "captures/ü+%20.jsonl", Churn.Ordinary(Churn.Ten) + "not json\n");
            CommandRun baseline = await RunAsync("baseline", "--dataset", $"{place}/data/train.csv", "--output", $"{place}/baseline");
            Assert.Equal((0, ""), (baseline.ExitCode, baseline.Error));
            Assert.Contains($"{place}/baseline/statistics.json", Unwrapped(baseline.Output), StringComparison.Ordinal);

            CommandRun run = await RunAsync(
                "run", "--capture", $"{place}/captures/", "--baseline", $"{place}/baseline/", "--output", $"{place}/report", "--json");
            Assert.Equal((1, ""), (run.ExitCode, run.Error));
            using JsonDocument result = JsonDocument.Parse(run.Output);
            Assert.Equal($"{place}/report", result.RootElement.GetProperty("runs")[0].GetProperty("folder").GetString());
        }

        foreach (string folder in new[] { "baseline", "report" })
        {
            SortedDictionary<string, byte[]> local = await LocalS3Fixture.ReadAllAsync($"{places[0]}/{folder}");
            SortedDictionary<string, byte[]> remote = await LocalS3Fixture.ReadAllAsync($"{places[1]}/{folder}");
            Assert.Equal(local.Keys, remote.Keys);
            local.Remove("run.json"); // Has times and ETags, which are each place's own.
            remote.Remove("run.json");
            Assert.NotEmpty(local);
            Assert.Equal(local, remote);
        }
    }

    [LocalS3Theory]
    [InlineData("truth/", "", 100)]
    [InlineData("truth/", "/capture/churn/AllTraffic/", 100)]
    [InlineData("s3://labels-elsewhere/truth/", "", 40)]
    public async Task Run_MonitorsLabels_AreFoundInTheirBucketWhateverTheCapturesPrefix(string groundTruth, string below, int labelled)
    {
        DateTimeOffset ten = Labelled.Ten;
        await LocalS3Fixture.WriteAsync(LocalS3Fixture.Captures, Labelled.CaptureKey(ten), Labelled.Captures(ten));
        await LocalS3Fixture.WriteAsync(LocalS3Fixture.Captures, Labelled.LabelKey(ten), Labelled.Labels());
        await LocalS3Fixture.WriteAsync(LocalS3Fixture.Labels, Labelled.LabelKey(ten), Labelled.Labels(0, 40));
        string monitor = _folder.Write("m.json", Labelled.Monitor.Replace("\"truth/\"", $"\"{groundTruth}\"", StringComparison.Ordinal));
        string baseline = _folder.PathOf("baseline");
        await RunAsync("baseline", "--monitor", monitor, "--dataset", _folder.Write("train.csv", Labelled.Dataset()), "--output", baseline);

        CommandRun run = await RunAsync(
            "run", "--monitor", monitor, "--capture", LocalS3Fixture.Captures + below, "--baseline", baseline, "--output", _folder.PathOf("out"), "--json");

        Assert.Equal("", run.Error);
        JsonElement record = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("run");
        Assert.Equal(labelled, record.GetProperty("groundTruth").GetProperty("labelled").GetInt32());
    }

    [LocalS3Fact]
    public async Task BaselineVersions_OverS3_AreAsOverFolders()
    {
        const string Place = $"{LocalS3Fixture.Bucket}/versions";
        string[] where = ["--artifacts", Place, "--monitor", "churn"];
        List<string> versions = [];
        foreach (int rows in (int[])[100, 200])
        {
            await LocalS3Fixture.WriteAsync(Place, $"{rows}.csv", Churn.Training(rows));
            await RunAsync("baseline", "--dataset", $"{Place}/{rows}.csv", "--output", $"{Place}/made/{rows}");
            CommandRun imported = await RunAsync(["baseline", "import", $"{Place}/made/{rows}", .. where, "--promote", "--json"]);
            Assert.Equal((0, ""), (imported.ExitCode, imported.Error));
            versions.Add(JsonDocument.Parse(imported.Output).RootElement.GetProperty("version").GetString()!);
            _time.Advance(TimeSpan.FromHours(1));
        }

        CommandRun back = await RunAsync(["baseline", "rollback", .. where]);
        CommandRun list = await RunAsync(["baseline", "list", .. where]);
        CommandRun diff = await RunAsync(["baseline", "diff", "current", $"{Place}/made/200/", .. where]);

        Assert.Equal((0, "", 0, "", 0, ""), (back.ExitCode, back.Error, list.ExitCode, list.Error, diff.ExitCode, diff.Error));
        Assert.Contains($"▶  {versions[0]}", list.Output, StringComparison.Ordinal);
        Assert.Contains("200", diff.Output, StringComparison.Ordinal);
    }

    [LocalS3Fact]
    public async Task Run_WithMonitor_FilesReportsInTheBucketAndRepeatsNothing()
    {
        const string Place = $"{LocalS3Fixture.Bucket}/monitored";
        await LocalS3Fixture.WriteAsync(Place, "monitors/m.json", Monitor);
        await LocalS3Fixture.WriteAsync(Place, "train.csv", Churn.Training());
        await LocalS3Fixture.WriteAsync(Place, "capture/churn/AllTraffic/2026/11/22/10/00-00-000-a.jsonl", Churn.Ordinary(Churn.Ten));
        await RunAsync("baseline", "--dataset", $"{Place}/train.csv", "--output", $"{Place}/baseline");

        string[] command =
            ["run", "--monitor", $"{Place}/monitors/m.json", "--capture", Place, "--baseline", $"{Place}/baseline/constraints.json", "--output", Place];
        CommandRun first = await RunAsync(command);
        CommandRun second = await RunAsync(command);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        first.AssertFits();
        Assert.Contains($"{Place}/reports/churn/m/2026/11/22/11", first.Output, StringComparison.Ordinal);
        Assert.Contains("Already done at", second.Output, StringComparison.Ordinal);
        Assert.Contains("reports/churn/m/2026/11/22/11/run.json", (await LocalS3Fixture.ReadAllAsync(Place)).Keys);
    }

    [LocalS3Fact]
    public async Task ReportAndExport_OfRunsInTheBucket_WriteTheBytesTheyWriteOverFolders()
    {
        string[] places = [_folder.PathOf("artifacts"), $"{LocalS3Fixture.Bucket}/published"];
        string monitor = _folder.PathOf("m.json");
        await File.WriteAllTextAsync(monitor, Monitor);
        foreach (string place in places)
        {
            await LocalS3Fixture.WriteAsync(place, "train.csv", Churn.Training());
            await LocalS3Fixture.WriteAsync(place, "capture/churn/AllTraffic/2026/11/22/10/00-00-000-a.jsonl", Churn.Drifted(Churn.Ten));
            await RunAsync("baseline", "--dataset", $"{place}/train.csv", "--output", $"{place}/kept/baseline");
            CommandRun run = await RunAsync(
                "run", "--monitor", monitor, "--capture", place, "--baseline", $"{place}/kept/baseline", "--output", place);
            Assert.Equal((1, ""), (run.ExitCode, run.Error));
            CommandRun report = await RunAsync("report", "--artifacts", place, "--output", $"{place}/again");
            Assert.Equal((0, ""), (report.ExitCode, report.Error));
            Assert.Contains("Pages of 1 monitor and 1 run are there", report.Output, StringComparison.Ordinal);
            CommandRun export = await RunAsync("export", "--artifacts", place, "--parquet", $"{place}/exported");
            Assert.Equal((0, ""), (export.ExitCode, export.Error));
        }

        await RunAsync("export", "--artifacts", places[1], "--csv", _folder.PathOf("remote.csv"));
        await RunAsync("export", "--artifacts", places[0], "--csv", _folder.PathOf("local.csv"));

        string page = await File.ReadAllTextAsync(Path.Combine(places[0], "again", "site", "monitors", "m", "runs", "20261122T100000Z.html"));
        Assert.Contains("kept/baseline/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("were not found", page, StringComparison.Ordinal);
        SortedDictionary<string, byte[]> published = await LocalS3Fixture.ReadAllAsync($"{places[1]}/site");
        SortedDictionary<string, byte[]> again = await LocalS3Fixture.ReadAllAsync($"{places[1]}/again/site");
        Assert.Equal(published.Keys, again.Keys);
        Assert.Equal(published["monitors/m/runs/20261122T100000Z.html"], again["monitors/m/runs/20261122T100000Z.html"]);
        SortedDictionary<string, byte[]> local = await LocalS3Fixture.ReadAllAsync($"{places[0]}/exported");
        Assert.NotEmpty(local);
        Assert.Equal(local, await LocalS3Fixture.ReadAllAsync($"{places[1]}/exported"));
        Assert.Equal(await File.ReadAllTextAsync(_folder.PathOf("local.csv")), await File.ReadAllTextAsync(_folder.PathOf("remote.csv")));
    }

    [LocalS3Fact]
    public async Task Compare_StatisticsWithCaptures_FindsTheDrift()
    {
        const string Place = $"{LocalS3Fixture.Bucket}/compared";
        await LocalS3Fixture.WriteAsync(Place, "train.csv", Churn.Training());
        await LocalS3Fixture.WriteAsync(Place, "captures/a.jsonl", Churn.Drifted(Churn.Ten));
        await RunAsync("baseline", "--dataset", $"{Place}/train.csv", "--output", $"{Place}/baseline");

        CommandRun ofFolder = await RunAsync("compare", "--reference", $"{Place}/baseline", "--current", $"{Place}/captures");
        CommandRun ofFile = await RunAsync("compare", "--reference", $"{Place}/baseline/statistics.json", "--current", $"{Place}/captures/a.jsonl");
        CommandRun ofDataset = await RunAsync("compare", "--reference", $"{Place}/train.csv", "--current", $"{Place}/train.csv");

        Assert.Equal((1, ""), (ofFolder.ExitCode, ofFolder.Error));
        Assert.Equal((1, ""), (ofFile.ExitCode, ofFile.Error));
        Assert.Equal((0, ""), (ofDataset.ExitCode, ofDataset.Error));
    }

    [LocalS3Fact]
    public async Task Validate_MonitorFile_IsReadFromS3()
    {
        const string Place = $"{LocalS3Fixture.Bucket}/validated";
        await LocalS3Fixture.WriteAsync(Place, "good.json", Monitor);

        CommandRun good = await RunAsync("validate", $"{Place}/good.json");
        CommandRun absent = await RunAsync("validate", $"{Place}/absent.json");

        Assert.Equal((0, ""), (good.ExitCode, good.Error));
        Assert.Contains("there is no such file", absent.Output, StringComparison.Ordinal);
        Assert.Equal(2, absent.ExitCode);
    }

    [LocalS3Fact]
    public async Task AnyCommand_MistakenPath_IsOneClearLine()
    {
        const string Place = $"{LocalS3Fixture.Bucket}/mistaken";
        await LocalS3Fixture.WriteAsync(Place, "data/train.csv", Churn.Training());

        (await RunAsync("baseline", "--dataset", $"{Place}/absent.csv", "--output", $"{Place}/baseline"))
            .AssertConfigurationError($"--dataset: there is no object or prefix '{Place}/absent.csv'");
        (await RunAsync("baseline", "--dataset", "s3://no-such-bucket/a.csv", "--output", $"{Place}/baseline"))
            .AssertConfigurationError("there is no bucket 'no-such-bucket'");
        (await RunAsync("baseline", "--dataset", $"{Place}/data/train.csv", "--output", "s3://no-such-bucket/baseline"))
            .AssertConfigurationError("there is no bucket 'no-such-bucket'");
        (await RunAsync("baseline", "--dataset", $"{Place}/data", "--output", $"{Place}/data/baseline"))
            .AssertConfigurationError($"--output: '{Place}/data/baseline' is in the folder of --dataset");
        (await RunAsync("baseline", "--dataset", $"{Place}/data", "--output", "s3:///baseline"))
            .AssertConfigurationError("--output: 's3:///baseline' names no bucket");
        (await RunAsync("run", "--capture", $"{Place}/data", "--baseline", $"{Place}/absent", "--output", $"{Place}/report"))
            .AssertConfigurationError($"--baseline: there is no object or prefix '{Place}/absent'");
        (await RunAsync("run", "--monitor", $"{Place}/m.json", "--capture", Place, "--baseline", Place, "--output", Place))
            .AssertConfigurationError($"--monitor: there is no file '{Place}/m.json'");
    }

    [Fact]
    public async Task Demo_OutputInS3_IsRefused() => (await RunAsync("demo", "--output", "s3://bucket/demo"))
        .AssertConfigurationError("--output: 's3://bucket/demo' is in S3, and the demonstration stays on this machine; give a folder.");

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.RunAsync(_time, arguments);

    private static string Unwrapped(string output) => string.Concat(output.Split('\n').Select(line => line.Trim()));
}
