using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>The objects that a store holds for some windows, each folder listed once, however many windows read it.</summary>
internal sealed class InputCatalog
{
    private readonly RunSettings _settings;
    private readonly Dictionary<string, List<StoredObject>> _folders;

    private InputCatalog(RunSettings settings, Dictionary<string, List<StoredObject>> folders)
    {
        _settings = settings;
        _folders = folders;
    }

    /// <summary>Lists; hidden objects (a name starting with <c>.</c> or <c>_</c>) are left out, as Spark does.</summary>
    /// <param name="settings">Where the input is.</param>
    /// <param name="span">What reaches from the first window to the last; null for everything.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public static async Task<InputCatalog> ListAsync(RunSettings settings, TimeWindow? span, CancellationToken cancellationToken)
    {
        string[] prefixes = settings.IsHourPartitioned && span is not null
            ? [.. CaptureHours.Prefixes(span, settings.Slack).Select(prefix => settings.InputPrefix + prefix)]
            : [settings.InputPrefix];
        List<StoredObject>[] lists = await BoundedConcurrency.SelectAsync(
            prefixes, (prefix, stop) => ListAsync(settings, prefix, stop), cancellationToken).ConfigureAwait(false);
        Dictionary<string, List<StoredObject>> folders = new(StringComparer.Ordinal);
        foreach (StoredObject stored in lists.SelectMany(list => list))
        {
            string folder = settings.IsHourPartitioned && span is not null ? FolderOf(stored.Key, settings.InputPrefix) : "";
            if (!folders.TryGetValue(folder, out List<StoredObject>? objects))
            {
                folders.Add(folder, objects = []);
            }

            objects.Add(stored);
        }

        return new InputCatalog(settings, folders);
    }

    /// <summary>What a run over a window has to read, in ordinal order of the keys.</summary>
    /// <param name="window">A window of the span; null for everything.</param>
    /// <param name="cancellationToken">Stops the reading of manifests.</param>
    public async Task<RunInput> InputOfAsync(TimeWindow? window, CancellationToken cancellationToken)
    {
        IEnumerable<string> folders = _settings.IsHourPartitioned && window is not null
            ? CaptureHours.Folders(window, _settings.Slack)
            : _folders.Keys;
        IEnumerable<StoredObject> listed = folders.SelectMany(folder => _folders.GetValueOrDefault(folder) ?? []);
        if (_settings.Format == InputFormat.Transform)
        {
            ManifestExpansion expansion = new(_settings with { Window = window });
            return await expansion.ExpandAsync(listed, cancellationToken).ConfigureAwait(false);
        }

        StoredObject[] objects =
            [.. listed.Where(stored => window is null || CaptureHours.MayHoldEvents(stored.Key, window, _settings.Slack))];
        return new RunInput(objects, new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal), Faults: []);
    }

    private static async Task<List<StoredObject>> ListAsync(RunSettings settings, string prefix, CancellationToken cancellationToken)
    {
        List<StoredObject> objects = [];
        await foreach (StoredObject stored in settings.Input.ListAsync(prefix, null, cancellationToken).ConfigureAwait(false))
        {
            if (!IsHidden(stored.Key.AsSpan(settings.InputPrefix.Length)))
            {
                objects.Add(stored);
            }
        }

        return objects;
    }

    /// <summary>The hour folder behind the prefix; what does not lie in one is in none.</summary>
    private static string FolderOf(string key, string prefix) => key.Length < prefix.Length + CaptureHours.FolderLength
        ? ""
        : key.Substring(prefix.Length, CaptureHours.FolderLength);

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
