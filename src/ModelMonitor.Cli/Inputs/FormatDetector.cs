using System.IO.Compression;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Datasets;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Inputs;

/// <summary>Tells how files are encoded from their names and, for captures, from how the first begins.</summary>
internal static class FormatDetector
{
    private const int BytesTried = 1 << 16;

    /// <summary>The format of a dataset: as asked for, else as the monitor file says, else as names tell.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="asked">The format asked for; null for none.</param>
    /// <param name="hasNoHeader">Whether CSV was said to have no header.</param>
    /// <param name="monitor">What the monitor file says; null without one. Its default gives way to what names tell.</param>
    /// <param name="source">What the user gave the dataset as.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ConfigurationException">There is no file, nothing tells the format, or it can have no header.</exception>
    public static async Task<InputFormat> DetectDatasetAsync(
        IObjectStore store,
        DatasetFileFormat? asked,
        bool hasNoHeader,
        DatasetSection? monitor,
        string source,
        CancellationToken cancellationToken)
    {
        bool isSaid = monitor is not null && monitor != new DatasetSection();
        bool hasHeader = !hasNoHeader && (asked is not null || monitor is null || monitor.HasHeader);
        InputFormat format;
        if ((asked ?? (isSaid ? monitor!.FileFormat : null)) is { } known)
        {
            format = Of(known, hasHeader);
        }
        else
        {
            StoredObject telling = await FindAsync(store, source, cancellationToken).ConfigureAwait(false);
            format = FromName(telling.Key, hasHeader)
                ?? (monitor is not null
                    ? InputFormat.Csv
                    : throw new ConfigurationException(
                        source, "", $"the name '{telling.Key}' does not tell the format; give --format csv, jsonl or parquet."));
        }

        return !hasNoHeader || format is InputFormat.CsvWithoutHeader
            ? format
            : throw new ConfigurationException("--no-header", "", $"only CSV has a header, and the format is {format}; leave it out.");
    }

    /// <summary>The format of any data: as <see cref="DetectDatasetAsync"/> without help, and captures besides.</summary>
    public static async Task<InputFormat> DetectAnyAsync(
        IObjectStore store, bool hasNoHeader, string source, CancellationToken cancellationToken)
    {
        StoredObject telling = await FindAsync(store, source, cancellationToken).ConfigureAwait(false);
        if (FromName(telling.Key, hasHeader: true) is InputFormat.JsonLines or null
            && await HoldsCapturesAsync(store, telling.Key, cancellationToken).ConfigureAwait(false))
        {
            return InputFormat.Capture;
        }

        return await DetectDatasetAsync(store, asked: null, hasNoHeader, monitor: null, source, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The engine's name of a format.</summary>
    public static InputFormat Of(DatasetFileFormat format, bool hasHeader) => format switch
    {
        DatasetFileFormat.JsonLines => InputFormat.JsonLines,
        DatasetFileFormat.Parquet => InputFormat.Parquet,
        _ => hasHeader ? InputFormat.Csv : InputFormat.CsvWithoutHeader,
    };

    /// <summary>The first file whose name tells a format, else the first of all; hidden ones aside, as for a run.</summary>
    private static async Task<StoredObject> FindAsync(IObjectStore store, string source, CancellationToken cancellationToken)
    {
        StoredObject? first = null;
        await foreach (StoredObject stored in store.ListAsync("", null, cancellationToken).ConfigureAwait(false))
        {
            if (!stored.Key.Split('/').Any(name => name.StartsWith('.') || name.StartsWith('_')))
            {
                first ??= stored;
                if (FromName(stored.Key, hasHeader: true) is not null)
                {
                    return stored;
                }
            }
        }

        return first ?? throw new ConfigurationException(source, "", "there is no file here; expected data.");
    }

    private static InputFormat? FromName(string name, bool hasHeader) => DatasetFormat.FromName(name) switch
    {
        CsvFormat => Of(DatasetFileFormat.Csv, hasHeader),
        JsonLinesFormat => InputFormat.JsonLines,
        ParquetFormat => InputFormat.Parquet,
        _ => null,
    };

    private static async Task<bool> HoldsCapturesAsync(IObjectStore store, string key, CancellationToken cancellationToken)
    {
        Stream stored = await store.OpenReadAsync(key, 0, cancellationToken).ConfigureAwait(false);
        await using (stored.ConfigureAwait(false))
        {
            bool isCompressed = key.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            using Stream content = isCompressed ? new GZipStream(stored, CompressionMode.Decompress) : stored;
            byte[] start = new byte[BytesTried];
            try
            {
                int length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                return start.AsSpan(0, length).IndexOf("\"captureData\""u8) >= 0;
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }
    }
}
