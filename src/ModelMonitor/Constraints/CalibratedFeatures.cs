using ModelMonitor.Documents;
using ModelMonitor.Drift;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Constraints;

/// <summary>Decides the drift of those columns of a baseline that are to be tested rather than measured against a threshold.</summary>
internal sealed class CalibratedFeatures
{
    private readonly IReadOnlyDictionary<string, FeatureStatistics> _statistics;
    private readonly Dictionary<string, DriftSample> _samples = new(StringComparer.Ordinal);
    private readonly CalibratedDrift _drift;
    private readonly Lock _filling = new();

    public CalibratedFeatures(IReadOnlyDictionary<string, FeatureStatistics> statistics, EvaluationOptions options)
    {
        _statistics = statistics;
        _drift = new CalibratedDrift(options.Drift.FalseAlarmsPerMonth / options.WindowsPerMonth, options.Nulls);
    }

    /// <summary>The decisions by column; none of those that are measured against a threshold, or cannot be compared.</summary>
    public IReadOnlyDictionary<string, DriftDecision> Decide(
        DatasetProfile current, IReadOnlyDictionary<string, CheckSettings> settings, IReadOnlyList<RunRecord> earlier)
    {
        List<ComparedColumn> columns = [];
        foreach ((string name, CheckSettings feature) in settings)
        {
            if (feature is { PerformComparison: true, CalibratedMethod: { } method }
                && _statistics.TryGetValue(name, out FeatureStatistics? statistics)
                && current.Find(name) is { } profile)
            {
                DriftSample reference = SampleOf(statistics);
                columns.Add(new ComparedColumn(name, ColumnSamples.Of(profile, reference), reference, method, feature.MinimumEffect)
                {
                    MinimumDistance = feature.MinimumDistance,
                    TestsMissing = feature.TestsMissing,
                });
            }
        }

        DriftDecision?[] decisions = _drift.Decide(columns, earlier.Count == 0 ? LearntSpread.None : LearntSpread.From(earlier));
        Dictionary<string, DriftDecision> byColumn = new(StringComparer.Ordinal);
        for (int i = 0; i < decisions.Length; i++)
        {
            if (decisions[i] is { } decision)
            {
                byColumn.Add(columns[i].Name, decision);
            }
        }

        return byColumn;
    }

    private DriftSample SampleOf(FeatureStatistics statistics)
    {
        lock (_filling)
        {
            if (!_samples.TryGetValue(statistics.Name, out DriftSample? sample))
            {
                _samples.Add(statistics.Name, sample = ColumnSamples.Of(statistics));
            }

            return sample;
        }
    }
}
