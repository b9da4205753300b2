using ModelMonitor.Contracts;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>A monitor's pointer as it was when it was read.</summary>
/// <param name="ETag">Its ETag: what takes its place has to match it.</param>
/// <param name="History">What it tells.</param>
internal sealed record StoredPointer(string ETag, BaselineHistory History)
{
    /// <summary>Reads the pointer; null when there is none.</summary>
    /// <exception cref="ConfigurationException">It is not what it should be: a person has to mend it.</exception>
    public static async Task<StoredPointer?> FindAsync(IObjectStore store, string monitor, CancellationToken cancellationToken)
    {
        // Described first: content that is newer than its description fails the match, and older content cannot be.
        string key = ObjectKeys.CurrentBaseline(monitor);
        StoredObject? present = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        byte[]? content = present is null ? null : await store.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        return content is null
            ? null
            : new StoredPointer(present!.ETag, BaselineHistory.Of(BaselinePointer.Read(key, content), present.LastModified));
    }
}
