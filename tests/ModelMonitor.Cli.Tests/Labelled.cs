using System.Globalization;
using System.Text.Encodings.Web;

namespace ModelMonitor.Cli.Tests;

/// <summary>A classifier's captured predictions and the labels that come later, as text: of ten predictions nine are right.</summary>
internal static class Labelled
{
    public static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A monitor of the model's quality, whose labels are in <c>truth/</c>.</summary>
    public const string Monitor = """
        { "name": "m", "endpoint": "churn", "capture": { "prefix": "capture/" },
          "modelQuality": { "problemType": "BinaryClassification", "probabilityAttribute": "0", "groundTruth": "truth/",
                            "dataset": { "groundTruthAttribute": "churned", "probabilityAttribute": "probability" } } }
        """;

    /// <summary>A dataset of predictions with their labels.</summary>
    public static string Dataset(int rows = 200) =>
        "probability,churned\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{Probability(i)},{Label(i)}\n"));

    /// <summary>Captured predictions, one a second, whose ids are <c>p0</c>, <c>p1</c> …</summary>
    public static string Captures(DateTimeOffset start, int count = 100) =>
        string.Concat(Enumerable.Range(0, count).Select(i => Capture(start.AddSeconds(i), $"p{i}", Probability(i))));

    /// <summary>A captured prediction.</summary>
    public static string Capture(DateTimeOffset time, string id, string output) => Churn.Line(time, "30,basic", output)
        .Replace("\"eventId\":\"e\"", $"\"eventId\":\"{id}\"", StringComparison.Ordinal);

    /// <summary>Labels of some of them, in SageMaker's lines.</summary>
    public static string Labels(int first = 0, int count = 100) =>
        string.Concat(Enumerable.Range(first, count).Select(i => LabelLine($"p{i}", Label(i))));

    /// <summary>One label in SageMaker's form.</summary>
    public static string LabelLine(string id, string label) =>
        $$$"""{"groundTruthData":{"data":"{{{JavaScriptEncoder.Default.Encode(label)}}}","encoding":"CSV"},"eventMetadata":{"eventId":"{{{id}}}"},"eventVersion":"0"}""" + "\n";

    /// <summary>The key of a capture of an hour below the place of all captures.</summary>
    public static string CaptureKey(DateTimeOffset hour) => string.Create(
        CultureInfo.InvariantCulture, $"capture/churn/AllTraffic/{hour.UtcDateTime:yyyy/MM/dd/HH}/00-00-000-a.jsonl");

    /// <summary>The key of labels that were collected in an hour.</summary>
    public static string LabelKey(DateTimeOffset hour, string name = "a") => string.Create(
        CultureInfo.InvariantCulture, $"truth/{hour.UtcDateTime:yyyy/MM/dd/HH}/{name}.jsonl");

    /// <summary>The label of a prediction.</summary>
    public static string Label(int i) => (i % 10 == 3) != (i % 2 == 0) ? "1" : "0";

    /// <summary>The probability of a prediction, 0 to 1.</summary>
    public static string Probability(int i) => (i % 2 == 0 ? 0.6 + (i % 7 / 20.0) : 0.1 + (i % 9 / 30.0)).ToString("F3", CultureInfo.InvariantCulture);
}
