using ModelMonitor.Capture;
using ModelMonitor.Datasets;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Runs;

/// <summary>Reads the segments of a shard, whatever their format.</summary>
internal sealed class ObjectReader
{
    private readonly InputFormat _format;
    private readonly ReadingReport _report;
    private readonly CaptureReader? _captures;
    private readonly TransformOutputReader? _transforms;
    private readonly DatasetReader? _datasets;

    /// <summary>Creates a reader.</summary>
    /// <param name="plan">Tells the format.</param>
    /// <param name="shard">Tells the window, and which fields fill which columns.</param>
    /// <param name="columns">The columns, to which those of the objects are added.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="report">Counts them, and what could not be read.</param>
    /// <param name="preprocessor">Turns captured records into rows; null where their payloads are the rows.</param>
    /// <param name="keepsEvents">Whether rows are to tell their events.</param>
    public ObjectReader(
        RunPlan plan, Shard shard, ColumnSet columns, IRowSink sink, ReadingReport report, RecordPreprocessor? preprocessor = null, bool keepsEvents = false)
    {
        _format = plan.Format;
        _report = report;
        IReadOnlyList<string>? positional = plan.Layouts[shard.Layout].Positional;
        CaptureLayout layout = new(columns, positional, plan.OutputPosition) { KeepsEvents = keepsEvents };
        TimeWindow? window = shard.Window ?? plan.Window;
        switch (plan.Format)
        {
            case InputFormat.Capture:
                _captures = new CaptureReader(layout, window, sink, report, preprocessor);
                break;
            case InputFormat.Transform:
                _transforms = new TransformOutputReader(layout, window, sink, report);
                break;
            default:
                _datasets = new DatasetReader(columns, sink, report, positional);
                break;
        }
    }

    /// <summary>
    /// Whether parts of an object can be read apart, as far as its name tells: captured lines can; CSV, where a quote may span lines, what
    /// only its beginning tells the format of, and what is compressed cannot.
    /// </summary>
    public static bool IsDivisible(InputFormat format, string key) =>
        format == InputFormat.Capture && !key.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a segment; an object that has vanished or changed since it was listed counts as unreadable.</summary>
    public void Read(OpenedSegment opened, Action<long>? onBytes, CancellationToken cancellationToken)
    {
        ShardSegment segment = opened.Segment;
        if (opened.Content is null)
        {
            _report.AddUnreadable(segment.Key, line: 0, opened.Fault!);
            onBytes?.Invoke(segment.Length);
            return;
        }

        if (onBytes is null)
        {
            Read(opened.Content, segment, cancellationToken);
            return;
        }

        using CountingStream counting = new(opened.Content, segment.Length, onBytes);
        Read(counting, segment, cancellationToken);
        counting.CountRest();
    }

    private void Read(Stream stream, ShardSegment segment, CancellationToken cancellationToken)
    {
        _captures?.Read(stream, segment.Key, segment.Range, cancellationToken);
        _transforms?.Read(stream, segment.Key, segment.Hour, cancellationToken);
        _datasets?.Read(stream, segment.Key, FormatOf(_format), cancellationToken);
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
