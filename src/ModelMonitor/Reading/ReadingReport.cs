using System.Text;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Reading;

/// <summary>What reading some objects came to: rows, rows outside the window, and what could not be read.</summary>
/// <remarks>Merged in plan order, so that the samples are the first ones of the run, however it was sharded.</remarks>
public sealed class ReadingReport : IMergeableState<ReadingReport>
{
    /// <summary>How many samples of unreadable input are kept.</summary>
    public const int MaximumSamples = 10;

    private readonly List<UnreadableSample> _samples = [];
    private readonly SortedDictionary<string, long> _lines = new(StringComparer.Ordinal);

    private static ReadOnlySpan<byte> Tag => "READ"u8;

    /// <summary>Rows read.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows whose event time lies outside the window: read, and rightly left to another run.</summary>
    public long RowsOutsideWindow { get; private set; }

    /// <summary>Lines, rows and objects that could not be read.</summary>
    public long Unreadable { get; private set; }

    /// <summary>Numbers that no double holds (<c>1e999</c>), left out of the moments and the sketch of their column.</summary>
    public long UnusableNumbers { get; private set; }

    /// <summary>The latest time of an event of the window; null when none was seen, or every event counts whatever its time.</summary>
    public DateTimeOffset? LastEvent { get; private set; }

    /// <summary>The first unreadable places and unusable numbers.</summary>
    public IReadOnlyList<UnreadableSample> Samples => _samples;

    /// <inheritdoc />
    public static ReadingReport CreateEmpty() => new();

    /// <summary>Counts rows read.</summary>
    public void AddRows(long count) => Rows += count;

    /// <summary>Counts rows outside the window.</summary>
    public void AddRowsOutsideWindow(long count) => RowsOutsideWindow += count;

    /// <summary>Takes note of an event's time.</summary>
    public void NoteEvent(DateTimeOffset time)
    {
        if (LastEvent is null || time > LastEvent)
        {
            LastEvent = time;
        }
    }

    /// <summary>Counts the cells of a batch that were noted as numbers no double holds, and keeps samples while there are few.</summary>
    public void AddUnusableNumbers(RowBatch batch, ColumnSet columns)
    {
        foreach ((int row, int column) in batch.UnusableCells)
        {
            UnusableNumbers++;
            if (_samples.Count < MaximumSamples)
            {
                _samples.Add(new UnreadableSample(
                    batch.File,
                    batch.Line(row),
                    $"{Excerpt.Of(Encoding.UTF8.GetBytes(columns.Names[column]))}: \"{Excerpt.Of(batch.Cell(row, column))}\" is beyond the range of a double"));
            }
        }
    }

    /// <summary>Counts something unreadable and keeps it as a sample while there are few.</summary>
    public void AddUnreadable(string file, long line, string reason)
    {
        Unreadable++;
        if (_samples.Count < MaximumSamples)
        {
            _samples.Add(new UnreadableSample(file, line, reason));
        }
    }

    /// <summary>
    /// Counts lines of an object of which this report saw a part. Samples of a later part count their lines
    /// from that part's start, and are moved behind the lines of the earlier parts when merged.
    /// </summary>
    public void AddLines(string file, long count) => _lines[file] = _lines.GetValueOrDefault(file) + count;

    /// <inheritdoc />
    public void MergeFrom(ReadingReport other)
    {
        foreach (UnreadableSample sample in other._samples)
        {
            if (_samples.Count == MaximumSamples)
            {
                break;
            }

            _samples.Add(sample.Line == 0 ? sample : sample with { Line = sample.Line + _lines.GetValueOrDefault(sample.File) });
        }

        foreach ((string file, long count) in other._lines)
        {
            AddLines(file, count);
        }

        Rows += other.Rows;
        RowsOutsideWindow += other.RowsOutsideWindow;
        Unreadable += other.Unreadable;
        UnusableNumbers += other.UnusableNumbers;
        if (other.LastEvent is { } last)
        {
            NoteEvent(last);
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 2);
        writer.WriteInt64(Rows);
        writer.WriteInt64(RowsOutsideWindow);
        writer.WriteInt64(Unreadable);
        writer.WriteInt64(UnusableNumbers);
        writer.WriteInt32(_samples.Count);
        foreach (UnreadableSample sample in _samples)
        {
            writer.WriteString(sample.File);
            writer.WriteInt64(sample.Line);
            writer.WriteString(sample.Reason);
        }

        writer.WriteInt32(_lines.Count);
        foreach ((string file, long count) in _lines)
        {
            writer.WriteString(file);
            writer.WriteInt64(count);
        }

        writer.WriteTime(LastEvent);
    }

    /// <inheritdoc />
    public static ReadingReport ReadFrom(ref StateReader reader)
    {
        byte version = reader.ReadHeader(Tag, newestVersion: 2);
        ReadingReport report = new()
        {
            Rows = reader.ReadCount(),
            RowsOutsideWindow = reader.ReadCount(),
            Unreadable = reader.ReadCount(),
            UnusableNumbers = reader.ReadCount(),
        };
        int samples = reader.ReadLength(2 * sizeof(int) + sizeof(long));
        long sampled = report.Unreadable + report.UnusableNumbers;
        if (samples > Math.Min(sampled, MaximumSamples))
        {
            throw new CorruptStateException($"A reading report has {samples} samples of {sampled} unreadable places and unusable numbers.");
        }

        for (int i = 0; i < samples; i++)
        {
            report._samples.Add(new UnreadableSample(reader.ReadString(), reader.ReadCount(), reader.ReadString()));
        }

        int files = reader.ReadLength(sizeof(int) + sizeof(long));
        for (int i = 0; i < files; i++)
        {
            if (!report._lines.TryAdd(reader.ReadString(), reader.ReadCount()))
            {
                throw new CorruptStateException("A reading report names an object twice.");
            }
        }

        report.LastEvent = version == 1 ? null : reader.ReadTime();
        return report;
    }
}
