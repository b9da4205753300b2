using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Lists the objects a run has to read, in key order.</summary>
internal static class InputListing
{
    /// <summary>Lists; hidden objects (a name starting with <c>.</c> or <c>_</c>) are left out, as Spark does.</summary>
    public static async Task<RunInput> ListAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        List<StoredObject> objects = [];
        foreach (string prefix in Prefixes(settings))
        {
            await foreach (StoredObject stored in settings.Input.ListAsync(prefix, null, cancellationToken).ConfigureAwait(false))
            {
                if (!IsHidden(stored.Key.AsSpan(settings.InputPrefix.Length)))
                {
                    objects.Add(stored);
                }
            }
        }

        if (settings.Format == InputFormat.Transform)
        {
            return await new ManifestExpansion(settings).ExpandAsync(objects, cancellationToken).ConfigureAwait(false);
        }

        objects.RemoveAll(stored => !IsOfWindow(stored.Key, settings));
        return new RunInput(objects, new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal), Faults: []);
    }

    /// <summary>Whether an object can hold rows of the run's window, by its key.</summary>
    public static bool IsOfWindow(string key, RunSettings settings) =>
        settings.Window is null || CaptureHours.MayHoldEvents(key, settings.Window, settings.Slack);

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
