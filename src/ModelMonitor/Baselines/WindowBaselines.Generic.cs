using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reading;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Baselines;

/// <summary>Chooses the version of the baseline for each window that is planned, from one look at the pointer.</summary>
/// <remarks>
/// In this order: the version that is asked for; the one the window was judged with before; the one that was current
/// when the window ended, or the first one there was. Versions never change, so what becomes of the pointer after that
/// look is nothing to the runs that are planned from it.
/// </remarks>
/// <typeparam name="TBaseline">What a baseline of the monitor's kind says.</typeparam>
public sealed class WindowBaselines<TBaseline>
    where TBaseline : class, IBaseline
{
    private readonly IBaselineKind<TBaseline> _kind;
    private readonly IObjectStore _store;
    private readonly MonitorDefinition _monitor;
    private readonly BaselineHistory? _history;
    private readonly bool _isAskedFor;
    private readonly string? _waiting;
    private readonly Dictionary<string, Task<TBaseline?>> _versions = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    internal WindowBaselines(
        IBaselineKind<TBaseline> kind,
        IObjectStore store,
        MonitorDefinition monitor,
        TBaseline standard,
        bool isAskedFor,
        BaselineHistory? history,
        string? waiting)
    {
        _kind = kind;
        _store = store;
        _monitor = monitor;
        _history = history;
        _isAskedFor = isAskedFor;
        _waiting = waiting;
        Standard = standard;
    }

    /// <summary>The version that was asked for, or else the one that is current: what is used where another one cannot be.</summary>
    public TBaseline Standard { get; }

    /// <summary>Chooses the baseline of a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="record">The record of an earlier run of it; null for none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">A file of the version is not what it should be.</exception>
    public async Task<WindowBaseline<TBaseline>> ChooseAsync(TimeWindow window, RunRecord? record, CancellationToken cancellationToken)
    {
        if (_isAskedFor)
        {
            return new WindowBaseline<TBaseline>(Standard, [$"{Name(Standard.Version)} is used because the request asks for it."]);
        }

        if (record is { Outcome: RunOutcome.Completed or RunOutcome.CompletedWithViolations } && record.Window == window)
        {
            string judgedWith = Name(record.BaselineVersion);
            return await FindAsync(record.BaselineVersion, cancellationToken).ConfigureAwait(false) is not { } same
                ? await ChooseByTimeAsync(window, [$"{judgedWith}, which this window was judged with before, is gone."], cancellationToken).ConfigureAwait(false)
                : same.Version == Standard.Version
                    ? WithWaiting(same, [])
                    : new WindowBaseline<TBaseline>(same, [$"{judgedWith} is used, which this window was judged with before; {NameOfStandard} is current now."]);
        }

        return await ChooseByTimeAsync(window, [], cancellationToken).ConfigureAwait(false);
    }

    private string NameOfStandard => Standard.Version is { } version ? $"version {version}" : "the one without a version";

    private static string Name(string? version) =>
        version is null ? "The baseline without a version" : $"Version {version} of the baseline";

    private async Task<WindowBaseline<TBaseline>> ChooseByTimeAsync(
        TimeWindow window, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        if (_history?.At(window.End) is not { } promotion)
        {
            return WithWaiting(Standard, notes);
        }

        string name = Name(promotion.Version);
        if (await FindAsync(promotion.Version, cancellationToken).ConfigureAwait(false) is not { } baseline)
        {
            return WithWaiting(Standard, [.. notes, $"{name}, {When(promotion, window)}, is gone; {NameOfStandard} is used."]);
        }

        DateTimeOffset before = _monitor.WindowDueAt((window.End + _monitor.Offset).AddMinutes(-1))?.End ?? window.Start;
        string replaced = _history.At(before).Version;
        if (promotion.At > before && promotion.At <= window.End && replaced != promotion.Version)
        {
            string by = promotion.Reason is null ? promotion.By : $"{promotion.By}: {promotion.Reason}";
            notes = [.. notes, $"{name} is used for the first time, since {Figures.Time(promotion.At)} ({by}); before it, version {replaced}."];
        }

        return baseline.Version == Standard.Version
            ? WithWaiting(baseline, notes)
            : new WindowBaseline<TBaseline>(
                baseline,
                [.. notes, $"{name} is used, {When(promotion, window)}; {NameOfStandard} is current since {Figures.Time(_history.Current.At)}."]);
    }

    private static string When(BaselinePromotion promotion, TimeWindow window) => promotion.At <= window.End
        ? "which was current when this window ended"
        : "the first there was, as there was none when this window ended";

    private WindowBaseline<TBaseline> WithWaiting(TBaseline baseline, IReadOnlyList<string> notes) => new(
        baseline,
        _waiting is null
            ? notes
            : [.. notes, $"A newer version of the baseline, {_waiting}, waits to be promoted."]);

    private async Task<TBaseline?> ReadAsync(string? version, CancellationToken cancellationToken) =>
        await BaselineVersions.FindDocumentsAsync(
            _store, _monitor.Name, version, _kind.Baselines, cancellationToken).ConfigureAwait(false) is { } documents
            ? _kind.ReadBaseline(documents)
            : null;

    private Task<TBaseline?> FindAsync(string? version, CancellationToken cancellationToken)
    {
        if (version == Standard.Version)
        {
            return Task.FromResult<TBaseline?>(Standard);
        }

        lock (_lock)
        {
            string key = version ?? "";
            if (!_versions.TryGetValue(key, out Task<TBaseline?>? reading))
            {
                reading = version is null || BaselineVersion.IsValid(version)
                    ? ReadAsync(version, cancellationToken)
                    : Task.FromResult<TBaseline?>(null);
                _versions.Add(key, reading);
            }

            return reading;
        }
    }
}
