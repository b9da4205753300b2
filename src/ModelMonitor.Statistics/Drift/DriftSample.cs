using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Drift;

/// <summary>What is known of a column on one side of a comparison. What is null is not known, or not counted.</summary>
/// <param name="Numbers">The distribution of its numbers.</param>
/// <param name="Categories">The distribution of its texts.</param>
/// <param name="Moments">The moments of its numbers, exact where <paramref name="Numbers"/> may come from a sketch.</param>
/// <param name="Completeness">How many of its cells are missing.</param>
public sealed record DriftSample(
    SortedView? Numbers = null,
    CategoryDistribution? Categories = null,
    SampleMoments? Moments = null,
    SampleCompleteness? Completeness = null);
