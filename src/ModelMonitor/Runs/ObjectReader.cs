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
    private readonly TransformOutputReader? _transforms;
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
        CaptureLayout layout = new(columns, plan.Positional, plan.OutputPosition);
        switch (plan.Format)
        {
            case InputFormat.Capture:
                _captures = new CaptureReader(layout, plan.Window, sink, report);
                break;
            case InputFormat.Transform:
                _transforms = new TransformOutputReader(layout, plan.Window, sink, report);
                break;
            default:
                _datasets = new DatasetReader(columns, sink, report, plan.Positional);
                break;
        }
    }

    /// <summary>
    /// Whether parts of an object can be read apart, as far as its name tells: captured lines can; CSV, where a quote may span lines, what
    /// only its beginning tells the format of, and what is compressed cannot.
    /// </summary>
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
                Read(opened, segment, range, cancellationToken);
                return;
            }

            using CountingStream counting = new(opened, segment.Length, onBytes);
            Read(counting, segment, range, cancellationToken);
            counting.CountRest();
        }
    }

    private void Read(Stream stream, ShardSegment segment, ByteRange? range, CancellationToken cancellationToken)
    {
        _captures?.Read(stream, segment.Key, range, cancellationToken);
        _transforms?.Read(stream, segment.Key, segment.Hour, cancellationToken);
        _datasets?.Read(stream, segment.Key, FormatOf(_plan.Format), cancellationToken);
    }

    internal static DatasetFormat FormatOf(InputFormat format) => format switch
    {
        InputFormat.Csv => new CsvFormat(),
        InputFormat.CsvWithoutHeader => new CsvFormat(Header: false),
        InputFormat.JsonLines => new JsonLinesFormat(),
        InputFormat.Parquet => new ParquetFormat(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Neither captures nor transforms are datasets."),
    };
}
