using ModelMonitor.Statistics;

namespace ModelMonitor.Attribution;

/// <summary>The attributions of a feature to a label, summed up.</summary>
internal sealed class FeatureSums
{
    private CompensatedSum _absolute;
    private CompensatedSum _squared;

    /// <summary>How many rows have one.</summary>
    public long Count { get; private set; }

    /// <summary>Adds the attribution of a row.</summary>
    public void Add(double attribution)
    {
        _absolute.Add(Math.Abs(attribution));
        _squared.Add(attribution * attribution);
        Count++;
    }

    /// <summary>The global attribution; 0 for no rows.</summary>
    public double Aggregate(AttributionAggregate aggregate) =>
        Count == 0 ? 0.0 : (aggregate == AttributionAggregate.MeanSquared ? _squared : _absolute).Value / Count;

    public void MergeFrom(FeatureSums other)
    {
        _absolute.Add(other._absolute);
        _squared.Add(other._squared);
        Count += other.Count;
    }

    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteInt64(Count);
        _absolute.WriteTo(ref writer);
        _squared.WriteTo(ref writer);
    }

    public static FeatureSums ReadFrom(ref StateReader reader)
    {
        FeatureSums sums = new() { Count = reader.ReadCount() };
        sums._absolute = CompensatedSum.ReadFrom(ref reader);
        sums._squared = CompensatedSum.ReadFrom(ref reader);
        return sums;
    }
}
