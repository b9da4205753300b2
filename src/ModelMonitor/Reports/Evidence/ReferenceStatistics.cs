using System.Collections.Concurrent;
using ModelMonitor.Documents;
using ModelMonitor.Statistics;

namespace ModelMonitor.Reports.Evidence;

/// <summary>The statistics of a dataset by feature, whose sketches are sorted once, however many runs are compared with it.</summary>
internal sealed class ReferenceStatistics
{
    private readonly Dictionary<string, FeatureStatistics> _features = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SortedView?> _views = new(StringComparer.Ordinal);

    /// <summary>Takes the features of a document.</summary>
    public ReferenceStatistics(StatisticsDocument document)
    {
        foreach (FeatureStatistics feature in document.Features)
        {
            _features[feature.Name] = feature;
        }
    }

    /// <summary>A feature; null when there is none of the name.</summary>
    public FeatureStatistics? Find(string name) => _features.GetValueOrDefault(name);

    /// <summary>A feature's numbers; null when there is no sketch of them.</summary>
    public SortedView? ViewOf(string name) => _views.GetOrAdd(
        name, static (wanted, features) => features.GetValueOrDefault(wanted)?.Numerical?.Distribution?.Sketch?.ToSortedView(), _features);
}
