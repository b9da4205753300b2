using ModelMonitor.Statistics;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Benchmarks.Signals;

/// <summary>What the engine keeps of a column's rows: the same states as of captures.</summary>
internal sealed class SimulatedWindow
{
    private readonly KllSketch _sketch = new();
    private readonly MomentsState _moments = new();
    private readonly CompletenessState _completeness = new();
    private long[] _counts = [];

    public void Add(ReadOnlySpan<double> numbers)
    {
        _sketch.Add(numbers);
        _moments.Add(numbers);
    }

    public void Add(long[] counts, long present, long missing)
    {
        _counts = _counts.Length == 0 ? counts : [.. _counts.Zip(counts, (left, right) => left + right)];
        _completeness.Add(present, missing);
    }

    public void MergeFrom(SimulatedWindow other)
    {
        _sketch.MergeFrom(other._sketch);
        _moments.MergeFrom(other._moments);
        Add(other._counts, other._completeness.Present, other._completeness.Missing);
    }

    public DriftSample ToSample() => _counts.Length == 0
        ? new DriftSample(new SortedView(_sketch), null, SampleMoments.Of(_moments), SampleCompleteness.Of(_completeness))
        : new DriftSample(
            Categories: new CategoryDistribution(_counts.Select((count, i) => KeyValuePair.Create($"c{i}", count))),
            Completeness: SampleCompleteness.Of(_completeness));
}
