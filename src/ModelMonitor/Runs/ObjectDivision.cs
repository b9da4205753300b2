using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Finds the objects of a run that are too large for a shard and can be read in parts.</summary>
internal static class ObjectDivision
{
    /// <summary>The keys of these objects.</summary>
    /// <remarks>Each is opened: captures may be gzip, whatever their names say, and from its middle gzip is noise.</remarks>
    public static async Task<HashSet<string>> FindAsync(
        RunSettings settings, IReadOnlyList<StoredObject> objects, CancellationToken cancellationToken)
    {
        HashSet<string> divisible = new(StringComparer.Ordinal);
        foreach (StoredObject stored in objects)
        {
            if (stored.Size > settings.ShardBytes
                && ObjectReader.IsDivisible(settings.Format, stored.Key)
                && !await IsCompressedAsync(settings.Input, stored.Key, cancellationToken).ConfigureAwait(false))
            {
                divisible.Add(stored.Key);
            }
        }

        return divisible;
    }

    private static async Task<bool> IsCompressedAsync(IObjectStore store, string key, CancellationToken cancellationToken)
    {
        try
        {
            Stream stream = await store.OpenReadAsync(key, 0, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                Stream content = ContentStream.Open(stream, out bool isCompressed);
                await content.DisposeAsync().ConfigureAwait(false);
                return isCompressed;
            }
        }
        catch (FileNotFoundException)
        {
            // Gone since it was listed: left whole, so that it is reported once.
            return true;
        }
    }
}
