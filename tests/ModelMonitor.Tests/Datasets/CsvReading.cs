using System.Text;
using ModelMonitor.Datasets;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Tests.Datasets;

/// <summary>A CSV text read whole, and what came of it.</summary>
internal sealed class CsvReading
{
    public ColumnSet Columns { get; private init; } = new();

    public ReadingReport Report { get; private init; } = new();

    public List<string?[]> Rows { get; private init; } = [];

    public static CsvReading Of(
        string text, CsvFormat? format = null, IReadOnlyList<string>? positional = null, int blockSize = 1 << 18, int maximumRecordLength = 1 << 20) =>
        Of(Encoding.UTF8.GetBytes(text), format, positional, blockSize, maximumRecordLength);

    public static CsvReading Of(
        byte[] text, CsvFormat? format = null, IReadOnlyList<string>? positional = null, int blockSize = 1 << 18, int maximumRecordLength = 1 << 20)
    {
        CsvReading reading = new();
        RowCollector collector = new(reading.Columns);
        DatasetRows rows = new(reading.Columns, collector, reading.Report);
        new CsvDatasetReader(rows, format ?? new CsvFormat(), positional, blockSize, maximumRecordLength).Read(new MemoryStream(text), "a.csv");
        rows.Flush();
        return new CsvReading { Columns = reading.Columns, Report = reading.Report, Rows = collector.Rows };
    }

    public string Describe()
    {
        StringBuilder text = new();
        text.AppendJoin('|', Columns.Names).AppendLine();
        foreach (string?[] row in Rows)
        {
            text.AppendJoin('|', row.Select(cell => cell ?? "(missing)")).AppendLine();
        }

        foreach (UnreadableSample sample in Report.Samples)
        {
            text.AppendLine(sample.ToString());
        }

        return text.Append(Report.Unreadable).ToString();
    }
}
