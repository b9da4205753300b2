using ModelMonitor.Capture;
using ModelMonitor.Datasets;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Settles, before any shard is read, which columns the fields of the input fill.</summary>
internal static class LayoutDetection
{
    private const int ObjectsTried = 8;
    private const int BytesTried = 1 << 16;

    /// <summary>Looks at the first objects until one has a readable row.</summary>
    /// <returns>The layout; one of no columns when nothing could be read, or when every row names its own.</returns>
    public static async Task<CaptureLayout> DetectAsync(
        RunSettings settings,
        IReadOnlyList<string>? baselineColumns,
        IReadOnlyList<StoredObject> objects,
        CancellationToken cancellationToken)
    {
        switch (settings.Format)
        {
            case InputFormat.Csv or InputFormat.Parquet:
                return new CaptureLayout(new ColumnSet(), Positional: null, settings.OutputPosition);
            case InputFormat.JsonLines:
                return new CaptureLayout(new ColumnSet(), baselineColumns, settings.OutputPosition);
        }

        foreach (StoredObject stored in objects.Take(ObjectsTried))
        {
            Stream stream;
            try
            {
                stream = await settings.Input.OpenReadAsync(stored.Key, 0, cancellationToken).ConfigureAwait(false);
            }
            catch (FileNotFoundException)
            {
                // Gone since it was listed, as reading it will report.
                continue;
            }

            await using (stream.ConfigureAwait(false))
            {
                CaptureShape? shape = settings.Format switch
                {
                    InputFormat.Capture => CaptureShapeDetector.Detect(stream, cancellationToken),
                    InputFormat.Transform => CaptureShapeDetector.DetectTransform(stream, cancellationToken),
                    _ => DetectWidth(stream, stored.Key, cancellationToken),
                };
                if (shape is not null)
                {
                    return shape.CreateLayout(baselineColumns, settings.OutputPosition);
                }
            }
        }

        return new CaptureLayout(new ColumnSet(), Positional: null, settings.OutputPosition);
    }

    /// <summary>The width of the first row of a CSV file without a header.</summary>
    private static CaptureShape? DetectWidth(Stream stream, string key, CancellationToken cancellationToken)
    {
        byte[] start = new byte[BytesTried];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        ColumnSet columns = new();
        new DatasetReader(columns, new NoSink(), new ReadingReport()).Read(
            new MemoryStream(start, 0, length), key, new CsvFormat(Header: false), cancellationToken);
        return columns.Count == 0 ? null : new CaptureShape(OutputFields: 0, columns.Count, OutputNames: [], InputNames: []);
    }

    private sealed class NoSink : IRowSink
    {
        public void Add(RowBatch batch)
        {
        }
    }
}
