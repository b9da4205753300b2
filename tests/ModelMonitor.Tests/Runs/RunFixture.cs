using System.Globalization;
using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Constraints;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Runs;

/// <summary>A small monitored model in memory: a training set, captures by the hour, and runs over them.</summary>
internal sealed class RunFixture
{
    public static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public RunFixture()
    {
        Captures = new MemoryObjectStore(Time);
        Artifacts = new MemoryObjectStore(Time);
    }

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 11, 10, 0, TimeSpan.Zero));

    public MemoryObjectStore Captures { get; }

    public MemoryObjectStore Artifacts { get; }

    public static TimeWindow Hour(DateTimeOffset start) => new(start, start.AddHours(1));

    /// <summary>A line of captured CSV traffic: a score, and the two features age and plan.</summary>
    public static string Line(DateTimeOffset time, string input, string output = "0.5") => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"captureData":{"endpointInput":{"observedContentType":"text/csv","mode":"INPUT","data":"{{{input}}}","encoding":"CSV"},"endpointOutput":{"observedContentType":"text/csv; charset=utf-8","mode":"OUTPUT","data":"{{{output}}}","encoding":"CSV"}},"eventMetadata":{"eventId":"e","inferenceTime":"{{{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}"},"eventVersion":"0"}""");

    /// <summary>Rows as in the training set, one a second.</summary>
    public static IEnumerable<string> OrdinaryLines(DateTimeOffset start, int count) =>
        Enumerable.Range(0, count).Select(i => Line(start.AddSeconds(i), Features(i), Score(i)));

    public static string Features(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"{20 + i * 7 % 50},{(i % 3 == 0 ? "basic" : "plus")}");

    public static string Score(int i) => (0.05 + i * 13 % 90 / 100.0).ToString("F2", CultureInfo.InvariantCulture);

    public Task CaptureAsync(string key, params IEnumerable<string> lines) =>
        Captures.PutAsync(key, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public async Task<Baseline> BaselineAsync(int rows = 1000)
    {
        MemoryObjectStore dataset = new(Time);
        MemoryObjectStore output = new(Time);
        StringBuilder csv = new("score,age,plan\n");
        for (int i = 0; i < rows; i++)
        {
            csv.Append(Score(i)).Append(',').Append(Features(i)).Append('\n');
        }

        await dataset.PutAsync("train.csv", Encoding.UTF8.GetBytes(csv.ToString()));
        await BaselineBuilder.BuildAsync(
            new RunSettings { Monitor = "m", Input = dataset, Artifacts = output, Format = InputFormat.Csv }, "train.csv");
        return await BaselineReader.ReadAsync(output, "", "baseline");
    }

    public async Task<DataQualityKind> KindAsync(EvaluationOptions? options = null) =>
        new(await BaselineAsync(), options ?? new EvaluationOptions());

    public RunSettings Settings(TimeWindow? window = null) => new()
    {
        Monitor = "m",
        Input = Captures,
        Artifacts = Artifacts,
        Window = window,
    };

    public async Task<string> ReportAsync(string name) => Encoding.UTF8.GetString(await Artifacts.ReadAllAsync(name));
}
