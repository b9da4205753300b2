using System.Text;
using System.Text.Json;
using ModelMonitor.Capture;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Capture;

/// <summary>Writes captured lines, and reads them into rows as text.</summary>
internal static class CaptureLines
{
    public const string Time = "2022-04-18T00:21:48Z";

    /// <summary>A line as an endpoint writes it; a side that is null was not captured.</summary>
    public static string Line(string? input, string? output, string encoding = "CSV", string? outputEncoding = null, string time = Time)
    {
        string[] sides =
        [
            .. input is null ? Array.Empty<string>() : [$"\"endpointInput\":{Side("INPUT", input, encoding)}"],
            .. output is null ? Array.Empty<string>() : [$"\"endpointOutput\":{Side("OUTPUT", output, outputEncoding ?? encoding)}"],
        ];
        return $$$"""{"captureData":{{{{string.Join(',', sides)}}}},"eventMetadata":{"eventId":"f04a8538","inferenceTime":"{{{time}}}"},"eventVersion":"0"}""";
    }

    public static Reading Read(string content, IReadOnlyList<string>? positional = null, TimeWindow? window = null, OutputPosition position = OutputPosition.Start) =>
        Read(Encoding.UTF8.GetBytes(content), positional, window, position);

    public static Reading Read(byte[] content, IReadOnlyList<string>? positional = null, TimeWindow? window = null, OutputPosition position = OutputPosition.Start)
    {
        ColumnSet columns = new(positional ?? []);
        RowList rows = new(columns);
        ReadingReport report = new();
        new CaptureReader(new CaptureLayout(columns, positional, position), window, rows, report)
            .Read(new MemoryStream(content), "f", range: null, CancellationToken.None);
        return new Reading(rows.Rows, report);
    }

    private static string Side(string mode, string data, string encoding) =>
        $$"""{"observedContentType":"text/csv","mode":"{{mode}}","data":{{JsonSerializer.Serialize(data)}},"encoding":"{{encoding}}"}""";

    internal sealed record Reading(List<string> Rows, ReadingReport Report)
    {
        public string Fault => Assert.Single(Report.Samples).Reason;
    }
}
