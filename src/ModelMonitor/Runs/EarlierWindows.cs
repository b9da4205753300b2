using ModelMonitor.Contracts;
using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Finds windows before the one that is due that have to be run, or run again.</summary>
public sealed class EarlierWindows
{
    /// <summary>How many windows are looked back at.</summary>
    public const int LookedBack = 24;

    /// <summary>How many runs of a window may fail before it is left to an operator.</summary>
    public const int MostAttempts = 3;

    private readonly Func<TimeWindow, RunSettings> _settingsFor;
    private readonly InputCatalog _catalog;
    private readonly bool _includesMissed;

    /// <summary>Creates the search.</summary>
    /// <param name="settingsFor">The settings of a window's run.</param>
    /// <param name="catalog">What there is to read in all of the windows.</param>
    /// <param name="includesMissed">Whether windows count that were never run, although one before them was.</param>
    internal EarlierWindows(Func<TimeWindow, RunSettings> settingsFor, InputCatalog catalog, bool includesMissed)
    {
        _settingsFor = settingsFor;
        _catalog = catalog;
        _includesMissed = includesMissed;
    }

    /// <summary>Whether windows before the first one were run, so that even that can have been missed; the default is not known.</summary>
    internal bool WasRunBefore { get; init; }

    /// <summary>Lists what there is to read and searches some windows.</summary>
    /// <param name="windows">The windows, oldest first.</param>
    /// <param name="settingsFor">The settings of a window's run.</param>
    /// <param name="includesMissed">Whether windows count that were never run, although one before them was.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static async Task<IReadOnlyList<TimeWindow>> FindAsync(
        IReadOnlyList<TimeWindow> windows,
        Func<TimeWindow, RunSettings> settingsFor,
        bool includesMissed,
        CancellationToken cancellationToken)
    {
        if (windows.Count == 0)
        {
            return [];
        }

        TimeWindow span = new(windows.Min(window => window.Start), windows.Max(window => window.End));
        InputCatalog catalog = await InputCatalog.ListAsync(settingsFor(windows[0]), span, cancellationToken).ConfigureAwait(false);
        return await new EarlierWindows(settingsFor, catalog, includesMissed)
            .FindAsync(windows, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Those of the windows whose objects have changed since they were judged, whose runs failed fewer than
    /// <see cref="MostAttempts"/> times, or that were missed.
    /// </summary>
    /// <param name="windows">The windows, oldest first.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<TimeWindow>> FindAsync(IReadOnlyList<TimeWindow> windows, CancellationToken cancellationToken)
    {
        RunRecord?[] records = await BoundedConcurrency.SelectAsync(
            windows, (window, stop) => MonitoringRun.FindRecordAsync(_settingsFor(window), stop), cancellationToken).ConfigureAwait(false);
        int first = Array.FindIndex(records, record => record is not null);
        bool[] isWanted = await BoundedConcurrency.SelectAsync(
            [.. Enumerable.Range(0, windows.Count)],
            (i, stop) => IsWantedAsync(windows[i], records[i], wasRunBefore: WasRunBefore || (first >= 0 && first < i), stop),
            cancellationToken).ConfigureAwait(false);
        return [.. windows.Where((_, i) => isWanted[i])];
    }

    private async Task<bool> IsWantedAsync(TimeWindow window, RunRecord? record, bool wasRunBefore, CancellationToken cancellationToken)
    {
        if (record is null || record.Window != window)
        {
            return _includesMissed && wasRunBefore;
        }

        return record.IsDone
            ? await HasLateDataAsync(window, record, cancellationToken).ConfigureAwait(false)
            : record.Attempts < MostAttempts;
    }

    private async Task<bool> HasLateDataAsync(TimeWindow window, RunRecord record, CancellationToken cancellationToken)
    {
        RunInput input = await _catalog.InputOfAsync(window, cancellationToken).ConfigureAwait(false);
        if (RunPlanner.InputFingerprint(window, input) == record.InputFingerprint)
        {
            return false;
        }

        RunSettings settings = _settingsFor(window);
        (string Key, string ETag)[] objects = [.. input.Objects.Select(stored => (stored.Key, stored.ETag))];
        return await LateObjects.CountAsync(settings, record, objects, cancellationToken).ConfigureAwait(false) > 0
            && await FailuresSinceAsync(settings, record, cancellationToken).ConfigureAwait(false) < MostAttempts;
    }

    /// <summary>Runs of the window that failed after it was judged: they leave its record alone.</summary>
    internal static async Task<int> FailuresSinceAsync(RunSettings settings, RunRecord record, CancellationToken cancellationToken)
    {
        string after = ObjectKeys.Failure(settings.WorkPrefix, record.StartedAt, "~");
        int count = 0;
        await foreach (StoredObject _ in settings.Artifacts
            .ListAsync(ObjectKeys.FailuresOf(settings.WorkPrefix), after, cancellationToken).ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }
}
