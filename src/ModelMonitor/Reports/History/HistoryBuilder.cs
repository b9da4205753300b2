using System.Globalization;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.History;

/// <summary>Adds runs to a history. The order in which they come does not matter.</summary>
internal sealed class HistoryBuilder
{
    /// <summary>How much of the past a history keeps, counted from the end of its last window.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Of a run, so many of the features that moved farthest are kept.</summary>
    public const int MostFeatures = 100;

    private const int MostPercent = 9999;
    private const int LongestFailure = 300;

    private readonly MonitorHistory _history;
    private readonly List<string> _features;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<HistorySeries> _series;
    private readonly SortedDictionary<DateTimeOffset, HistoryRun> _runs = [];
    private readonly List<HistoryMark> _marks;
    private string _kind;

    /// <summary>Begins with what is there.</summary>
    public HistoryBuilder(MonitorHistory history)
    {
        _history = history;
        _features = [.. history.Features];
        _series = [.. history.Series ?? []];
        _marks = [.. history.Marks.Where(mark => mark.Kind != HistoryMark.Baseline)];
        _kind = history.Kind;
        for (int i = 0; i < _features.Count; i++)
        {
            _indexes[_features[i]] = i;
        }

        foreach (HistoryRun run in history.Runs)
        {
            _runs[run.Window.Start] = run;
        }
    }

    /// <summary>Adds a run, or puts it in the place of an older one of its window.</summary>
    /// <returns>Whether the history is another one now.</returns>
    public bool Add(RunRecord record)
    {
        if (record.Window is not { } window
            || (_runs.TryGetValue(window.Start, out HistoryRun? known) && known.StartedAt > record.StartedAt))
        {
            return false;
        }

        HistoryRun run = new()
        {
            Window = window,
            Outcome = record.Outcome,
            Violations = record.Violations,
            Drifted = record.Features.Count(feature => feature.Drifted),
            Rows = record.Rows,
            Unreadable = record.Unreadable,
            LateObjects = record.LateObjects,
            LagSeconds = record.CaptureLagSeconds,
            DurationSeconds = Math.Round(record.DurationSeconds, 3),
            CostUsd = record.CostUsd,
            Baseline = record.BaselineVersion,
            Failure = record.Outcome == RunOutcome.Failed ? Cut(record.Message) : null,
            StartedAt = record.StartedAt,
            Drift = DriftOf(record),
            LabelledShare = record.GroundTruth is { } labels ? Math.Round(labels.LabelledShare, 4) : null,
            Metrics = MetricsOf(record),
        };
        _runs[window.Start] = run;
        if (record.Kind.Length > 0)
        {
            _kind = record.Kind;
        }

        return true;
    }

    /// <summary>Puts marks in the place of all of their kind within the span that they cover.</summary>
    public void Replace(MarkedSpan span)
    {
        _marks.RemoveAll(mark => mark.Kind == span.Kind && mark.Time > span.After);
        _marks.AddRange(span.Marks);
    }

    /// <summary>The history with all that was added, and without what is too old to be kept.</summary>
    public MonitorHistory Build()
    {
        if (_runs.Count == 0)
        {
            return _history;
        }

        DateTimeOffset oldest = _runs.Values.Max(run => run.Window.End) - Kept;
        HistoryRun[] kept = [.. _runs.Values.Where(run => run.Window.Start >= oldest)];
        HistoryMark[] marks =
        [
            .. _marks.Where(mark => mark.Time >= oldest).Concat(BaselineMarks.Of(kept)).OrderBy(mark => mark.Time),
        ];
        return _history with { Kind = _kind, Features = _features, Series = _series.Count == 0 ? null : _series, Runs = kept, Marks = marks };
    }

    private int[] DriftOf(RunRecord record)
    {
        List<int> drift = [];
        foreach (FeatureFinding feature in record.Features
            .Where(feature => DriftRatio.Of(feature) >= 0.01)
            .OrderByDescending(DriftRatio.Of)
            .Take(MostFeatures))
        {
            drift.Add(IndexOf(feature.Name));
            drift.Add((int)Math.Min(MostPercent, Math.Round(100.0 * DriftRatio.Of(feature))));
        }

        return [.. drift];
    }

    private HistoryMetric[]? MetricsOf(RunRecord record)
    {
        List<HistoryMetric> metrics = [];
        foreach ((HistorySeries measured, HistoryMetric metric) in SeriesReader.Read(record, [.. _series]))
        {
            HistorySeries series = new(
                Apart(measured.Metric), measured.Facet is { } facet ? Apart(facet) : null, measured.Segment is { } segment ? Apart(segment) : null);
            int index = _series.IndexOf(series);
            if (index < 0)
            {
                index = _series.Count;
                _series.Add(series);
            }

            metrics.Add(metric with { Series = index });
        }

        return metrics.Count == 0 ? null : [.. metrics];
    }

    private int IndexOf(string feature)
    {
        string name = Apart(feature);
        if (!_indexes.TryGetValue(name, out int index))
        {
            index = _features.Count;
            _features.Add(name);
            _indexes.Add(name, index);
        }

        return index;
    }

    /// <summary>A name that is not long. Two long ones may begin alike: a hash keeps them apart.</summary>
    private static string Apart(string name) => SafeText.IsLong(name)
        ? string.Create(CultureInfo.InvariantCulture, $"{SafeText.Shorten(name)} {new Fingerprint().Add(name).ToString().AsSpan(0, 8)}")
        : name;

    private static string Cut(string text) => text.Length <= LongestFailure ? text : text[..LongestFailure] + "…";
}
