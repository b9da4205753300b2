using System.Text.Json;
using ModelMonitor.Contracts.History;
using ModelMonitor.Exports;
using ModelMonitor.Exports.History;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class ExportCommandTests : IClassFixture<ExportCommandTests.DemoRuns>, IDisposable
{
    private const int Hours = 8;

    private readonly TemporaryFolder _folder = new();
    private readonly string _demo;

    public ExportCommandTests(DemoRuns demo) => _demo = demo.Folder;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Csv_OfTheDemonstration_HasEveryRowOfItsRuns()
    {
        string file = _folder.PathOf("new", "runs.csv");

        CommandRun run = await CommandRun.RunAsync("export", "--artifacts", _demo, "--csv", file);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        string[] lines = (await File.ReadAllTextAsync(file)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        IReadOnlyList<HistoryRow> rows = await RowsAsync();
        Assert.StartsWith("8 runs of 1 monitor, ", run.Output, StringComparison.Ordinal);
        Assert.Equal(string.Join(',', HistoryColumns.All.Select(column => column.Name)), lines[0]);
        Assert.Equal(rows.Select(row => (row.Feature ?? "", row.Metric)), lines.Skip(1).Select(line => line.Split(',')).Select(cells => (cells[7], cells[9])));
        Assert.Contains(lines, line => line.Contains(",day_mins,,feature_baseline_drift,", StringComparison.Ordinal) && line.Contains(",true,", StringComparison.Ordinal));
        Assert.Equal(["runs.csv"], Directory.EnumerateFileSystemEntries(_folder.PathOf("new")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Parquet_OfTheDemonstration_IsItsHistory()
    {
        string target = _folder.PathOf("history");

        CommandRun run = await CommandRun.RunAsync("export", "--artifacts", _demo, "--parquet", target);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string history = Path.Combine(_demo, "history");
        string[] files = Files(history);
        Assert.Equal(Hours, files.Length);
        Assert.Equal(files, Files(target));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(history, file)), File.ReadAllBytes(Path.Combine(target, file))));
    }

    [Fact]
    public async Task TensorBoard_OfTheDemonstration_IsAFileOfItsMonitorThatAnotherExportReplaces()
    {
        string target = _folder.PathOf("logs");

        CommandRun first = await CommandRun.RunAsync("export", "--artifacts", _demo, "--tensorboard", target);
        byte[] events = await File.ReadAllBytesAsync(Path.Combine(target, "churn", "events.out.tfevents.modelmonitor"));
        CommandRun again = await CommandRun.RunAsync("export", "--artifacts", _demo, "--tensorboard", target);

        Assert.Equal((0, "", 0, ""), (first.ExitCode, first.Error, again.ExitCode, again.Error));
        Assert.Equal(Path.Combine("churn", "events.out.tfevents.modelmonitor"), Assert.Single(Files(target)));
        Assert.Equal(events, await File.ReadAllBytesAsync(Path.Combine(target, "churn", "events.out.tfevents.modelmonitor")));
    }

    [Fact]
    public async Task Times_SelectWindowsByTheirStart()
    {
        CommandRun run = await CommandRun.RunAsync(
            "export", "--artifacts", _demo, "--csv", _folder.PathOf("a.csv"), "--from", "2026-11-22T12:00Z", "--to", "2026-11-22T14:00Z", "--json");

        using JsonDocument result = JsonDocument.Parse(run.Output);
        Assert.Equal(2, result.RootElement.GetProperty("runs").GetInt32());
        Assert.DoesNotContain("T14:00:00Z,2026-11-22T15", await File.ReadAllTextAsync(_folder.PathOf("a.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SelectionOfNothing_WritesAHeader()
    {
        CommandRun run = await CommandRun.RunAsync("export", "--artifacts", _demo, "--csv", _folder.PathOf("a.csv"), "--from", "2030-01-01");

        Assert.Equal(0, run.ExitCode);
        Assert.Single(await File.ReadAllLinesAsync(_folder.PathOf("a.csv")));
    }

    [Fact]
    public async Task RunThatCannotBeRead_IsNamedAndTheExitCodeSaysSo()
    {
        foreach (string hour in (string[])["11", "12"])
        {
            string source = Path.Combine(_demo, "reports", "churn-demo", "churn", "2026", "11", "22", hour, "run.json");
            _folder.Write($"artifacts/reports/churn-demo/churn/2026/11/22/{hour}/run.json", hour == "11" ? "damaged" : await File.ReadAllTextAsync(source));
        }

        CommandRun run = await CommandRun.RunAsync("export", "--artifacts", _folder.PathOf("artifacts"), "--csv", _folder.PathOf("a.csv"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("reports/churn-demo/churn/2026/11/22/11/: its record cannot be read; left out", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("1 run of 1 monitor, ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongUsage_IsToldBeforeAnythingIsWritten()
    {
        string file = _folder.PathOf("a.csv");
        string logs = _folder.PathOf("logs");
        (string[] Arguments, string Expected)[] mistakes =
        [
            ([], "expected one of --csv, --tensorboard and --parquet"),
            (["--csv", file, "--tensorboard", logs], "expected one of --csv, --tensorboard and --parquet"),
            (["--csv", file, "--monitor", "chrun"], "there is no run of a monitor 'chrun'; did you mean churn?"),
            (["--csv", file, "--from", "yesterday"], "expected a time such as 2026-11-22 or 2026-11-22T10:00Z, found 'yesterday'"),
            (["--csv", "s3://bucket/a.csv"], "only --parquet writes to S3"),
            (["--csv", ""], "expected a path, found nothing"),
        ];
        foreach ((string[] arguments, string expected) in mistakes)
        {
            (await CommandRun.RunAsync(["export", "--artifacts", _demo, .. arguments])).AssertConfigurationError(expected);
        }

        (await CommandRun.RunAsync("export", "--artifacts", _folder.Root, "--csv", file)).AssertConfigurationError("there is no run below");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    private static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<HistoryRow>> RowsAsync()
    {
        List<HistoryRow> rows = [];
        await foreach (StoredRunReading reading in new StoredRunReader(new FolderObjectStore(_demo)).ReadAsync(new RunSelection()))
        {
            rows.AddRange(HistoryRows.Of(reading.Report!, "churn-demo"));
        }

        return rows;
    }

    /// <summary>A demonstration that all tests read.</summary>
    public sealed class DemoRuns : IAsyncLifetime, IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public string Folder => _folder.PathOf("demo");

        public async Task InitializeAsync() => Assert.Equal(0, (await CommandRun.RunAsync("demo", "--output", Folder)).ExitCode);

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => _folder.Dispose();
    }
}
