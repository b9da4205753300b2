using ModelMonitor.Capture;
using ModelMonitor.Datasets;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Reads the segments of a shard, whatever their format.</summary>
internal sealed class ObjectReader
{
    private readonly RunPlan _plan;
    private readonly ReadingReport _report;
    private readonly CaptureReader? _captures;
    private readonly DatasetReader? _datasets;

    /// <summary>Creates a reader.</summary>
    /// <param name="plan">Tells format, window and columns.</param>
    /// <param name="columns">The columns, to which those of the objects are added.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="report">Counts them, and what could not be read.</param>
    public ObjectReader(RunPlan plan, ColumnSet columns, IRowSink sink, ReadingReport report)
    {
        _plan = plan;
        _report = report;
        if (plan.Format == InputFormat.Capture)
        {
            _captures = new CaptureReader(
                new CaptureLayout(columns, plan.Positional, plan.OutputPosition), plan.Window, sink, report);
        }
        else
        {
            _datasets = new DatasetReader(columns, sink, report, plan.Positional);
        }
    }

    /// <summary>Whether parts of an object can be read apart: lines can; CSV, where a quote may span lines, and what is compressed cannot.</summary>
    public static bool IsDivisible(InputFormat format, string key) =>
        format == InputFormat.Capture && !key.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a segment; an object that has vanished since it was listed counts as unreadable.</summary>
    public async Task ReadAsync(
        IObjectStore store, ShardSegment segment, Action<long>? onBytes, CancellationToken cancellationToken)
    {
        ByteRange? range = segment.IsWhole ? null : new ByteRange(segment.Offset, segment.Length);
        Stream opened;
        try
        {
            opened = await store.OpenReadAsync(segment.Key, range?.ReadFrom ?? 0, cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            _report.AddUnreadable(segment.Key, line: 0, "the object was there when the run was planned, and is gone");
            onBytes?.Invoke(segment.Length);
            return;
        }

        await using (opened.ConfigureAwait(false))
        {
            if (onBytes is null)
            {
                Read(opened, segment.Key, range, cancellationToken);
                return;
            }

            using CountingStream counting = new(opened, segment.Length, onBytes);
            Read(counting, segment.Key, range, cancellationToken);
            counting.CountRest();
        }
    }

    private void Read(Stream stream, string key, ByteRange? range, CancellationToken cancellationToken)
    {
        _captures?.Read(stream, key, range, cancellationToken);
        _datasets?.Read(stream, key, FormatOf(_plan.Format), cancellationToken);
    }

    internal static DatasetFormat FormatOf(InputFormat format) => format switch
    {
        InputFormat.Csv => new CsvFormat(),
        InputFormat.CsvWithoutHeader => new CsvFormat(Header: false),
        InputFormat.JsonLines => new JsonLinesFormat(),
        InputFormat.Parquet => new ParquetFormat(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Captures are no dataset."),
    };
}
