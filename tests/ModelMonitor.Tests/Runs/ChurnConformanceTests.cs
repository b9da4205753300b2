using System.Globalization;
using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Constraints;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Runs;

/// <summary>
/// SageMaker's own demonstration from its files to its violations: the training set becomes a baseline, captured traffic
/// is judged, by the same code as the command line's.
/// </summary>
public sealed class ChurnConformanceTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2021, 5, 26, 2, 0, 0, TimeSpan.Zero));

    [ConformanceFact]
    public async Task BuildAsync_TrainingSet_WritesTheStatisticsOfSageMaker()
    {
        MemoryObjectStore output = await BaselineAsync();

        // The stored text is from before the newer fields; without them the beginning of ours is the same bytes.
        string[] written = Lines(Encoding.UTF8.GetString(await output.ReadAllAsync("statistics.json")));
        string[] expected = Lines(await File.ReadAllTextAsync(
            Conformance.PathOf("churn", "expected", "statistics.raw-log-fragment.txt")));
        Assert.Equal(expected[..^1], written.Where(IsOfThatTime).Take(expected.Length - 1));
    }

    [ConformanceFact]
    public async Task ExecuteAsync_CapturedTraffic_FindsTheSixtyViolations()
    {
        RunRecord record = await RunAsync(Compatibility.SageMaker);

        Assert.Equal("CompletedWithViolations: Job completed successfully with 60 violations.", record.Message);
        Assert.Equal(334, record.Rows);
        Assert.Equal(0, record.Unreadable);
    }

    [ConformanceFact]
    public async Task ExecuteAsync_CapturedTrafficCorrected_FindsTheDriftOfThePredictionsToo()
    {
        RunRecord record = await RunAsync(Compatibility.Corrected);

        Assert.Equal(["Churn"], record.Features.Where(feature => feature.Drifted).Select(feature => feature.Name));
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static bool IsOfThatTime(string line) =>
        !line.Contains("\"approximate_num_distinct_values\"", StringComparison.Ordinal)
        && !line.Contains("\"completeness\"", StringComparison.Ordinal);

    private async Task<RunRecord> RunAsync(Compatibility compatibility)
    {
        MemoryObjectStore captures = new(_time);
        StringBuilder lines = new();
        foreach (string row in await File.ReadAllLinesAsync(Conformance.PathOf("churn", "test-dataset-input-cols.csv")))
        {
            string score = (0.05 + lines.Length % 900 / 1000.0).ToString("F6", CultureInfo.InvariantCulture);
            lines.Append(RunFixture.Line(_time.GetUtcNow(), row, score)).Append('\n');
        }

        await captures.PutAsync("capture.jsonl", Encoding.UTF8.GetBytes(lines.ToString()));
        Baseline baseline = await BaselineReader.ReadAsync(await BaselineAsync(), "", "baseline");
        return await MonitoringRun.ExecuteAsync(
            new RunSettings { Monitor = "churn", Input = captures, Artifacts = new MemoryObjectStore(_time) },
            new DataQualityKind(baseline, new EvaluationOptions { Compatibility = compatibility }),
            _time);
    }

    private async Task<MemoryObjectStore> BaselineAsync()
    {
        MemoryObjectStore output = new(_time);
        await BaselineBuilder.BuildAsync(
            new RunSettings
            {
                Monitor = "churn",
                Input = new FileObjectStore(Conformance.PathOf("churn", "training-dataset-with-header.csv")),
                Artifacts = output,
                Format = InputFormat.Csv,
            },
            "churn");
        return output;
    }
}
