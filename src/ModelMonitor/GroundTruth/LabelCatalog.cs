using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.GroundTruth;

/// <summary>The objects with labels that a store holds for some windows, each folder listed once, however many windows read it.</summary>
internal sealed class LabelCatalog
{
    private readonly GroundTruthSource _settings;
    private readonly InputCatalog _objects;

    private LabelCatalog(GroundTruthSource settings, InputCatalog objects)
    {
        _settings = settings;
        _objects = objects;
    }

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

        return new LabelCatalog(settings, await InputCatalog.ListAsync(listed, hours, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The objects that can hold labels of a window, in ordinal order of their keys: of the hours from its start until it closes.</summary>
    /// <param name="window">A window of the span; null for everything.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<LabelObject>> ObjectsOfAsync(TimeWindow? window, CancellationToken cancellationToken)
    {
        RunInput input = await _objects.InputOfAsync(
            window is null ? null : HoursOf(_settings, window), cancellationToken).ConfigureAwait(false);
        return
        [
            .. input.Objects.Select(stored => new LabelObject(stored.Key, stored.Size, stored.ETag))
                .OrderBy(stored => stored.Key, StringComparer.Ordinal),
        ];
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

    private static TimeWindow HoursOf(GroundTruthSource settings, TimeWindow window) => new(
        new DateTimeOffset(window.Start.UtcDateTime.Date.AddHours(window.Start.UtcDateTime.Hour), TimeSpan.Zero), settings.ClosingOf(window));
}
