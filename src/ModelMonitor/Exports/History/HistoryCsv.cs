using System.Buffers;
using System.Globalization;
using ModelMonitor.Contracts.History;

namespace ModelMonitor.Exports.History;

/// <summary>Writes rows of the history as CSV (RFC 4180): a header, lines ending in CR LF, numbers that read back the same.</summary>
/// <remarks>
/// Spreadsheets take a text that begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c> for a formula, in quotes or not,
/// and names of features are not ours. Such a text gets an apostrophe before it, which they show as a mark of text;
/// so does one that begins with an apostrophe, so that taking one away always gives the text back. Numbers stay as
/// they are.
/// </remarks>
/// <param name="output">Takes the text.</param>
public sealed class HistoryCsv(TextWriter output)
{
    private const string EndOfLine = "\r\n";

    // The wide forms count as well: spreadsheets fold them where the language is set to one that has them.
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r\n'＝＋－＠");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes the header.</summary>
    public void WriteHeader() => output.Write(string.Join(',', HistoryColumns.All.Select(column => column.Name)) + EndOfLine);

    /// <summary>Writes a row.</summary>
    public void Write(HistoryRow row)
    {
        string[] cells = [.. HistoryColumns.All.Select(column => Cell(row, column.Name))];
        output.Write(string.Join(',', cells) + EndOfLine);
    }

    /// <summary>A text as a cell.</summary>
    internal static string Text(string? text)
    {
        string safe = text is { Length: > 0 } && Starts.Contains(text[0]) ? $"'{text}" : text ?? "";
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Cell(HistoryRow row, string column) => column switch
    {
        HistoryColumns.Monitor => Text(row.Monitor),
        HistoryColumns.Date => row.Date,
        HistoryColumns.Kind => Text(row.Kind),
        HistoryColumns.Endpoint => Text(row.Endpoint),
        HistoryColumns.Variant => Text(row.Variant),
        HistoryColumns.WindowStart => Time(row.WindowStart),
        HistoryColumns.WindowEnd => Time(row.WindowEnd),
        HistoryColumns.Feature => Text(row.Feature),
        HistoryColumns.Slice => Text(row.Slice),
        HistoryColumns.Metric => Text(row.Metric),
        HistoryColumns.Value => Number(row.Value),
        HistoryColumns.IntervalLow => Number(row.IntervalLow),
        HistoryColumns.IntervalHigh => Number(row.IntervalHigh),
        HistoryColumns.Threshold => Number(row.Threshold),
        HistoryColumns.Violated => row.Violated switch { true => "true", false => "false", null => "" },
        HistoryColumns.BaselineVersion => Text(row.BaselineVersion),
        HistoryColumns.EngineVersion => Text(row.EngineVersion),
        HistoryColumns.Outcome => Text(row.Outcome),
        _ => throw new InvalidOperationException($"No property of a row is the column {column}."),
    };

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
