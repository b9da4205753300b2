using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Lists the objects a run has to read, in key order.</summary>
internal static class InputListing
{
    /// <summary>Lists; hidden objects (a name starting with <c>.</c> or <c>_</c>) are left out, as Spark does.</summary>
    public static async Task<List<StoredObject>> ListAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        List<StoredObject> objects = [];
        foreach (string prefix in Prefixes(settings))
        {
            await foreach (StoredObject stored in settings.Input.ListAsync(prefix, null, cancellationToken).ConfigureAwait(false))
            {
                if (!IsHidden(stored.Key.AsSpan(settings.InputPrefix.Length))
                    && (settings.Window is null || CaptureHours.MayHoldEvents(stored.Key, settings.Window, settings.Slack)))
                {
                    objects.Add(stored);
                }
            }
        }

        return objects;
    }

    private static IEnumerable<string> Prefixes(RunSettings settings) =>
        settings is { IsHourPartitioned: true, Window: not null }
            ? CaptureHours.Folders(settings.Window, settings.Slack).Select(folder => settings.InputPrefix + folder)
            : [settings.InputPrefix];

    private static bool IsHidden(ReadOnlySpan<char> key)
    {
        foreach (Range range in key.Split('/'))
        {
            ReadOnlySpan<char> name = key[range];
            if (name.StartsWith('.') || name.StartsWith('_'))
            {
                return true;
            }
        }

        return false;
    }
}
