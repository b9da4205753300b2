using ModelMonitor.Capture;
using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Puts in the place of the manifests among a run's objects what they name.</summary>
/// <remarks>
/// SageMaker files a manifest of what went into a transform under <c>input/yyyy/MM/dd/HH/</c> and one of what
/// came out under <c>output/yyyy/MM/dd/HH/</c>. The hour selects manifests by window as it does captures.
/// <list type="bullet">
/// <item>An object that a manifest names is read on account of that manifest only, so not in a window that
/// leaves the manifest out, and never when only manifests of inputs name it.</item>
/// <item>All other objects are read as they are.</item>
/// <item>Rows that do not tell their time belong to the hour of the manifest, of several to the latest's; without
/// a manifest to the hour in the key; without either to every window.</item>
/// </list>
/// </remarks>
/// <param name="settings">The run.</param>
internal sealed class ManifestExpansion(RunSettings settings)
{
    private const long MaximumLength = 32 << 20;

    private readonly Dictionary<string, StoredObject> _listed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, StoredObject> _chosen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _hours = new(StringComparer.Ordinal);
    private readonly List<UnreadableSample> _faults = [];

    /// <summary>Expands what was listed.</summary>
    /// <param name="objects">All objects of the input, manifests or not, of the window or not, in key order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<RunInput> ExpandAsync(IEnumerable<StoredObject> objects, CancellationToken cancellationToken)
    {
        List<StoredObject> manifests = [];
        foreach (StoredObject stored in objects)
        {
            if (await IsManifestAsync(stored, cancellationToken).ConfigureAwait(false))
            {
                manifests.Add(stored);
            }
            else
            {
                _listed.Add(stored.Key, stored);
            }
        }

        foreach (StoredObject manifest in manifests)
        {
            await ExpandAsync(manifest, cancellationToken).ConfigureAwait(false);
        }

        foreach ((string key, StoredObject stored) in _listed)
        {
            if (!_named.Contains(key) && IsOfWindow(key))
            {
                Choose(stored, key);
            }
        }

        return new RunInput([.. _chosen.Values], _hours, _faults);
    }

    private async Task<bool> IsManifestAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        // A transform's own objects are named so; a manifest never is, and they need not be opened to know.
        if (stored.Key.EndsWith(".out", StringComparison.Ordinal) || stored.Key.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            Stream stream = await settings.Input.OpenReadAsync(stored.Key, 0, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                byte[] start = new byte[TransformManifest.BytesNeeded];
                int length = await stream.ReadAtLeastAsync(
                    start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                return TransformManifest.IsManifest(start.AsSpan(0, length));
            }
        }
        catch (FileNotFoundException)
        {
            // Gone since it was listed, as reading it will report.
            return false;
        }
    }

    private async Task ExpandAsync(StoredObject manifest, CancellationToken cancellationToken)
    {
        TransformManifestPlace place = TransformManifestPlace.Of(manifest.Key, settings.InputPrefix);
        bool isWanted = !place.IsOfInput && IsOfWindow(manifest.Key);
        (IReadOnlyList<ObjectLocation> locations, string? fault) = await ReadAsync(manifest, cancellationToken).ConfigureAwait(false);
        if (fault is not null && isWanted)
        {
            _faults.Add(new UnreadableSample(manifest.Key, Line: 0, $"damaged manifest: {fault}"));
        }

        foreach (ObjectLocation location in locations)
        {
            StoredObject? found = await FindAsync(place.KeysOf(location), isWanted, cancellationToken).ConfigureAwait(false);
            if (found is not null)
            {
                _named.Add(found.Key);
            }

            if (found is not null && isWanted)
            {
                Choose(found, manifest.Key);
            }
            else if (isWanted)
            {
                _faults.Add(new UnreadableSample(location.Key, Line: 0, $"named by manifest {manifest.Key} and not there"));
            }
        }
    }

    private async Task<(IReadOnlyList<ObjectLocation> Locations, string? Fault)> ReadAsync(
        StoredObject manifest, CancellationToken cancellationToken)
    {
        if (manifest.Size > MaximumLength)
        {
            return ([], $"longer than {MaximumLength} bytes");
        }

        try
        {
            byte[] json = await settings.Input.ReadAllAsync(manifest.Key, cancellationToken).ConfigureAwait(false);
            bool isRead = TransformManifest.TryRead(json, out IReadOnlyList<ObjectLocation> locations, out string reason);
            return (locations, isRead ? null : reason);
        }
        catch (FileNotFoundException)
        {
            return ([], "it was there when the run was planned, and is gone");
        }
    }

    private async Task<StoredObject?> FindAsync(IEnumerable<string> keys, bool beyondTheInput, CancellationToken cancellationToken)
    {
        foreach (string key in keys)
        {
            if (_listed.TryGetValue(key, out StoredObject? found)
                || (beyondTheInput
                    && (found = await settings.Input.FindAsync(key, cancellationToken).ConfigureAwait(false)) is not null))
            {
                return found;
            }
        }

        return null;
    }

    private bool IsOfWindow(string key) =>
        settings.Window is null || CaptureHours.MayHoldEvents(key, settings.Window, settings.Slack);

    /// <summary>Chooses an object on account of the key that tells its hour.</summary>
    private void Choose(StoredObject stored, string keyOfHour)
    {
        _chosen[stored.Key] = stored;
        if (CaptureHours.TryGetHour(keyOfHour, out DateTimeOffset hour)
            && (!_hours.TryGetValue(stored.Key, out DateTimeOffset other) || hour > other))
        {
            _hours[stored.Key] = hour;
        }
    }
}
