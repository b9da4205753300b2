using System.Globalization;

namespace ModelMonitor.Cli.Tests;

/// <summary>A small model's training set and captured traffic, as text: a score, an age and a plan.</summary>
internal static class Churn
{
    public static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The training set as CSV.</summary>
    public static string Training(int rows = 1000) =>
        "score,age,plan\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{Score(i)},{Age(i)},{Plan(i)}\n"));

    /// <summary>Traffic like the training set, one event a second.</summary>
    public static string Ordinary(DateTimeOffset start, int count = 300) =>
        string.Concat(Enumerable.Range(0, count).Select(i => Line(start.AddSeconds(i), $"{Age(i)},{Plan(i)}", Score(i))));

    /// <summary>Traffic of older customers.</summary>
    public static string Drifted(DateTimeOffset start, int count = 300) =>
        string.Concat(Enumerable.Range(0, count).Select(i => Line(start.AddSeconds(i), $"{Age(i) + 40},{Plan(i)}", Score(i))));

    /// <summary>A captured event.</summary>
    public static string Line(DateTimeOffset time, string input, string output) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"captureData":{"endpointInput":{"observedContentType":"text/csv","mode":"INPUT","data":"{{{input}}}","encoding":"CSV"},"endpointOutput":{"observedContentType":"text/csv","mode":"OUTPUT","data":"{{{output}}}","encoding":"CSV"}},"eventMetadata":{"eventId":"e","inferenceTime":"{{{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}"},"eventVersion":"0"}""") + "\n";

    private static int Age(int i) => 20 + i * 7 % 50;

    private static string Plan(int i) => i % 3 == 0 ? "basic" : "plus";

    private static string Score(int i) => (0.05 + i * 13 % 90 / 100.0).ToString("F2", CultureInfo.InvariantCulture);
}
