using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace ModelMonitor.Tests.GroundTruth;

/// <summary>Makes captured lines and lines of labels.</summary>
internal static class GroundTruthLines
{
    public static string Prediction(DateTimeOffset time, string output, string eventId, string? inferenceId = null, string input = "30,basic") => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"captureData":{"endpointInput":{"observedContentType":"text/csv","mode":"INPUT","data":{{{Json(input)}}},"encoding":"CSV"},"endpointOutput":{"observedContentType":"text/csv","mode":"OUTPUT","data":{{{Json(output)}}},"encoding":"CSV"}},"eventMetadata":{"eventId":{{{Json(eventId)}}},{{{(inferenceId is null ? "" : $"\"inferenceId\":{Json(inferenceId)},")}}}"inferenceTime":"{{{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}"},"eventVersion":"0"}""");

    public static string Label(string id, string data, string encoding = "CSV") =>
        $$"""{"groundTruthData":{"data":{{Json(data)}},"encoding":"{{encoding}}"},"eventMetadata":{"eventId":{{Json(id)}}},"eventVersion":"0"}""";

    /// <summary>A label of 1 whose id is written with every character escaped.</summary>
    public static string LabelEscaped(string id)
    {
        string escaped = string.Concat(id.Select(character => $"\\u{(int)character:x4}"));
        return $$$"""{"groundTruthData":{"data":"1","encoding":"CSV"},"eventMetadata":{"eventId":"{{{escaped}}}"}}""";
    }

    public static MemoryStream StreamOf(params IEnumerable<string> lines) => new(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static string Json(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
