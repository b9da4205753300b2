using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>
/// The objects with labels that a store holds for some windows, each folder listed once and each object held once, however many
/// windows read it.
/// </summary>
internal sealed class LabelCatalog
{
    private readonly GroundTruthSource _settings;
    private readonly LabelObject[] _objects;

    private LabelCatalog(GroundTruthSource settings, LabelObject[] objects)
    {
        _settings = settings;
        _objects = objects;
    }

    /// <summary>All of them, in ordinal order of their keys.</summary>
    public IReadOnlyList<LabelObject> Objects => _objects;

    /// <summary>Lists.</summary>
    /// <param name="settings">Where the labels are.</param>
    /// <param name="span">What reaches from the first window to the last; null for everything.</param>
    /// <param name="now">The time: folders of later hours are not there yet.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public static async Task<LabelCatalog> ListAsync(
        GroundTruthSource settings, TimeWindow? span, DateTimeOffset now, CancellationToken cancellationToken)
    {
        RunSettings listed = new()
        {
            Monitor = "",
            Input = settings.Store,
            InputPrefix = settings.Prefix,
            IsHourPartitioned = settings.IsHourPartitioned,
            Slack = TimeSpan.Zero,
            Artifacts = settings.Store,
        };
        TimeWindow? hours = span is null ? null : HoursOf(settings, span);
        DateTimeOffset last = now.AddHours(1);
        if (hours is not null && hours.End > last)
        {
            hours = hours with { End = last > hours.Start ? last : hours.Start.AddHours(1) };
        }

        InputCatalog catalog = await InputCatalog.ListAsync(listed, hours, cancellationToken).ConfigureAwait(false);
        RunInput input = await catalog.InputOfAsync(hours, cancellationToken).ConfigureAwait(false);
        LabelObject[] objects = [.. input.Objects.Select(stored => new LabelObject(stored.Key, stored.Size, stored.ETag))];
        Array.Sort(objects, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return new LabelCatalog(settings, objects);
    }

    /// <summary>The objects that can hold labels of a window, in ordinal order of their keys: of the hours from its start until it closes.</summary>
    /// <param name="window">A window of the span; null for everything.</param>
    public IEnumerable<LabelObject> ObjectsOf(TimeWindow? window) => PlacesOf(window).Select(place => _objects[place]);

    /// <summary>The places of those objects in <see cref="Objects"/>.</summary>
    /// <param name="window">A window of the span; null for everything.</param>
    public IEnumerable<int> PlacesOf(TimeWindow? window)
    {
        TimeWindow? hours = window is null ? null : HoursOf(_settings, window);
        bool isPart = hours is not null && _settings.IsHourPartitioned;
        int first = isPart ? FirstFrom(hours!.Start) : 0;
        int end = isPart ? FirstFrom(CaptureHours.CeilingOf(hours!.End)) : _objects.Length;
        for (int place = first; place < end; place++)
        {
            if (hours is null || CaptureHours.MayHoldEvents(_objects[place].Key, hours, slack: TimeSpan.Zero))
            {
                yield return place;
            }
        }
    }

    /// <summary>A hash of some objects.</summary>
    public static string FingerprintOf(IEnumerable<LabelObject> objects)
    {
        Fingerprint fingerprint = new();
        foreach (LabelObject stored in objects)
        {
            fingerprint.Add(stored.Key).Add(stored.Size).Add(stored.ETag);
        }

        return fingerprint.ToString();
    }

    /// <summary>The place of the first object in the folder of an hour, or in a later one.</summary>
    private int FirstFrom(DateTimeOffset hour)
    {
        string folder = _settings.Prefix + CaptureHours.FolderOf(hour);
        int low = 0;
        int high = _objects.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_objects[middle].Key, folder) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static TimeWindow HoursOf(GroundTruthSource settings, TimeWindow window) => new(
        new DateTimeOffset(window.Start.UtcDateTime.Date.AddHours(window.Start.UtcDateTime.Hour), TimeSpan.Zero), settings.ClosingOf(window));
}
