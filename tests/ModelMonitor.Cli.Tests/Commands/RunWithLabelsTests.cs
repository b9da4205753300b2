using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

/// <summary><c>run</c> of a monitor whose file says where labels are.</summary>
public sealed class RunWithLabelsTests : IDisposable
{
    private static readonly DateTimeOffset Ten = Labelled.Ten;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new(Ten.AddMinutes(75));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_MonitorsLabels_AreFoundBelowTheFolderThatStandsForTheBucket()
    {
        string root = await PrepareAsync();

        JsonElement truth = GroundTruth(Assert.Single(await RunAsync(root)));

        Assert.Equal((100, 100), (truth.GetProperty("predictions").GetInt32(), truth.GetProperty("labelled").GetInt32()));
    }

    [Fact]
    public async Task Run_LabelsCannotBeFoundFromTheCaptures_SaysWhatToGive()
    {
        string root = await PrepareAsync();

        CommandRun run = await CommandRun.RunAsync(_time, Arguments(Path.Combine(root, "capture"), Labelled.Monitor));

        run.AssertConfigurationError("--ground-truth: is missing: ");
        Assert.Contains("has labels in 'truth/', which", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("out")));
    }

    [Fact]
    public async Task Run_NoLabelsYet_IsNoDataAndSaysSo()
    {
        string root = await PrepareAsync(labels: 0);

        CommandRun run = await CommandRun.RunAsync(_time, Arguments(root, Labelled.Monitor));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("no label has come yet for 100 predictions", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_LabelsGrowPastAStep_JudgesTheEarlierWindowAgainOnce()
    {
        string root = await PrepareAsync(labels: 30);
        Assert.Equal([("10", 0.3)], Shares(await RunAsync(root)));

        _time.Advance(TimeSpan.FromHours(2));
        _folder.Write("bucket/" + Labelled.LabelKey(Ten.AddHours(2)), Labelled.Labels(30, 15));
        Assert.Equal([("12", 0.0)], Shares(await RunAsync(root)));

        _time.Advance(TimeSpan.FromHours(1));
        _folder.Write("bucket/" + Labelled.LabelKey(Ten.AddHours(3)), Labelled.Labels(45, 10));
        Assert.Equal([("10", 0.55), ("13", 0.0)], Shares(await RunAsync(root)));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([("14", 0.0)], Shares(await RunAsync(root)));
    }

    [Fact]
    public async Task Run_GivenLabelsGrowPastAStep_JudgesTheEarlierWindowAgain()
    {
        string root = await PrepareAsync(labels: 0);
        string labels = Path.GetDirectoryName(_folder.Write("labels/a.jsonl", Labelled.Labels(0, 10)))!;
        Assert.Equal([("10", 0.1)], Shares(await RunAsync(root, null, "--ground-truth", labels)));

        _time.Advance(TimeSpan.FromHours(1));
        _folder.Write("labels/b.jsonl", Labelled.Labels(10, 90));
        Assert.Equal([("10", 1.0), ("11", 0.0)], Shares(await RunAsync(root, null, "--ground-truth", labels)));
    }

    [Fact]
    public async Task Run_RowsOfADataset_HaveTheirLabelsAmongTheirColumns()
    {
        await PrepareAsync();
        string rows = _folder.Write("rows.csv", Labelled.Dataset(50));

        CommandRun run = await CommandRun.RunAsync(
            _time,
            [.. Arguments(rows, Labelled.Monitor), "--window", "2026-11-22T10:00Z/PT1H", "--format", "csv", "--probability", "probability", "--ground-truth-attribute", "churned", "--json"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        JsonElement record = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("run");
        Assert.Equal(50, record.GetProperty("rows").GetInt32());
        Assert.Contains(record.GetProperty("quality").EnumerateArray(), metric => metric.GetProperty("name").GetString() == "auc");
    }

    [Fact]
    public async Task Run_MergedRecordsReadBackAsADataset_GiveTheSameMetrics()
    {
        string root = await PrepareAsync(labels: 70);
        string monitor = Labelled.Monitor.Replace("\"truth/\",", "\"truth/\", \"writeMerged\": true,", StringComparison.Ordinal);
        JsonElement joined = Assert.Single(await RunAsync(root, monitor));
        string merged = Assert.Single(Directory.GetFiles(_folder.PathOf("out", "merge", "churn", "AllTraffic", "2026", "11", "22", "10")));

        CommandRun run = await CommandRun.RunAsync(
            "run", "--kind", "model-quality", "--problem-type", "binary", "--format", "jsonl", "--capture", merged, "--baseline", _folder.PathOf("baseline"), "--json",
            "--output", _folder.PathOf("again"), "--probability", "captureData.endpointOutput.data", "--ground-truth-attribute", "groundTruthData.data");

        JsonElement read = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("run");
        Assert.Equal((70, 0), (read.GetProperty("rows").GetInt32(), read.GetProperty("unreadable").GetInt32()));
        Assert.NotEqual(0, joined.GetProperty("quality").GetArrayLength());
        Assert.True(JsonElement.DeepEquals(joined.GetProperty("quality"), read.GetProperty("quality")));
    }

    [Fact]
    public async Task ReportAndExport_OfModelQuality_HaveItsBaselineAndItsMetrics()
    {
        string root = await PrepareAsync();
        await RunAsync(root);
        string csv = _folder.PathOf("runs.csv");

        CommandRun report = await CommandRun.RunAsync("report", "--artifacts", _folder.PathOf("out"), "--output", _folder.Root, "--baseline", _folder.PathOf("baseline"));
        CommandRun export = await CommandRun.RunAsync("export", "--artifacts", _folder.PathOf("out"), "--csv", csv);

        Assert.Equal((0, "", 0, ""), (report.ExitCode, report.Error, export.ExitCode, export.Error));
        string[] parts = ["site", "monitors", "m-model-quality", "runs", "20261122T100000Z.html"];
        string page = await File.ReadAllTextAsync(_folder.PathOf(parts));
        await CommandRun.RunAsync("report", "--artifacts", _folder.PathOf("out"), "--output", _folder.PathOf("without"));
        Assert.True(page.Length > (await File.ReadAllTextAsync(_folder.PathOf(["without", .. parts]))).Length);
        Assert.Matches("(?m)^m-model-quality,2026-11-22,model-quality,churn,AllTraffic,2026-11-22T10:00:00Z,2026-11-22T11:00:00Z,,,auc,0\\.[0-9]+,0\\.[0-9]+,[01][0-9.]*,0\\.[0-9]+,(true|false),", await File.ReadAllTextAsync(csv));
    }

    private static JsonElement GroundTruth(JsonElement record) => record.GetProperty("groundTruth");

    private static (string Hour, double Share)[] Shares(IEnumerable<JsonElement> records) =>
    [
        .. records.Select(record => (
            record.GetProperty("window").GetProperty("start").GetDateTimeOffset().UtcDateTime.ToString("HH", null),
            record.TryGetProperty("groundTruth", out JsonElement truth) && truth.ValueKind == JsonValueKind.Object ? truth.GetProperty("labelledShare").GetDouble() : 0.0)),
    ];

    /// <summary>Makes a baseline, and a place with captures of an hour and labels of some of them.</summary>
    private async Task<string> PrepareAsync(int labels = 100)
    {
        string monitor = _folder.Write("m.json", Labelled.Monitor);
        CommandRun baseline = await CommandRun.RunAsync(
            "baseline", "--monitor", monitor, "--dataset", _folder.Write("train.csv", Labelled.Dataset()), "--output", _folder.PathOf("baseline"));
        Assert.Equal((0, ""), (baseline.ExitCode, baseline.Error));
        _folder.Write("bucket/" + Labelled.CaptureKey(Ten), Labelled.Captures(Ten));
        if (labels > 0)
        {
            _folder.Write("bucket/" + Labelled.LabelKey(Ten), Labelled.Labels(0, labels));
        }

        return _folder.PathOf("bucket");
    }

    private async Task<JsonElement[]> RunAsync(string capture, string? monitor = null, params string[] more)
    {
        CommandRun run = await CommandRun.RunAsync(_time, [.. Arguments(capture, monitor ?? Labelled.Monitor), .. more, "--json"]);
        Assert.Equal("", run.Error);
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("runs").EnumerateArray().Select(result => result.GetProperty("run"))];
    }

    private string[] Arguments(string capture, string monitor) =>
    [
        "run", "--monitor", _folder.Write("m.json", monitor), "--capture", capture,
        "--baseline", _folder.PathOf("baseline"), "--output", _folder.PathOf("out"),
    ];
}
