using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Datasets;

/// <summary>Reads datasets, object by object, in any <see cref="DatasetFormat"/>.</summary>
/// <remarks>
/// CSV and JSON Lines may be gzip, whatever their names say. What cannot be read is counted in the report and
/// never thrown; failures of the storage are (<see cref="IOException"/>). Not for use by several threads at once.
/// </remarks>
/// <param name="columns">The columns, to which those of the objects are added; named ones are matched by name.</param>
/// <param name="sink">Takes the rows.</param>
/// <param name="report">Takes the counts, and what could not be read.</param>
/// <param name="positional">The columns that fields without names fill, in order; null for <c>_c0</c>, <c>_c1</c> …</param>
public sealed class DatasetReader(ColumnSet columns, IRowSink sink, ReadingReport report, IReadOnlyList<string>? positional = null)
{
    private readonly DatasetRows _rows = new(columns, sink, report);

    /// <summary>Reads one object to its end and hands on all its rows.</summary>
    /// <param name="stream">The object; stands at its beginning and is not disposed.</param>
    /// <param name="file">The object's key, for the report.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public void Read(Stream stream, string file, DatasetFormat format, CancellationToken cancellationToken = default)
    {
        _rows.Batch.File = file;
        try
        {
            switch (format)
            {
                case CsvFormat csv:
                    ReadCsv(stream, file, csv, cancellationToken);
                    break;
                case JsonLinesFormat:
                    new JsonLinesDatasetReader(columns, sink, report, positional).Read(stream, file, cancellationToken);
                    break;
                case ParquetFormat:
                    ReadParquet(stream, file, cancellationToken);
                    break;
                default:
                    throw new NotSupportedException($"No reader knows {format.GetType().Name}.");
            }
        }
        catch (InvalidDataException)
        {
            report.AddUnreadable(file, 0, "the compressed content is damaged or cut short: what follows the damage was left out");
        }
        finally
        {
            _rows.Flush();
        }
    }

    private void ReadCsv(Stream stream, string file, CsvFormat format, CancellationToken cancellationToken)
    {
        using Stream content = ContentStream.Open(stream, out _);
        new CsvDatasetReader(_rows, format, positional).Read(content, file, cancellationToken);
    }

    /// <summary>Parquet is read from its end: a stream that only goes forward is first copied to a file that vanishes when closed.</summary>
    private void ReadParquet(Stream stream, string file, CancellationToken cancellationToken)
    {
        ParquetDatasetReader reader = new(_rows);
        if (stream.CanSeek)
        {
            reader.Read(stream, file, cancellationToken);
            return;
        }

        using FileStream copy = new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        stream.CopyTo(copy);
        copy.Position = 0;
        reader.Read(copy, file, cancellationToken);
    }
}
