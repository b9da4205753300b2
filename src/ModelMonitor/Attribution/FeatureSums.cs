using ModelMonitor.Statistics;

namespace ModelMonitor.Attribution;

/// <summary>The attributions of a feature to a label, summed up.</summary>
internal sealed class FeatureSums
{
    private CompensatedSum _absolute;
    private CompensatedSum _squared;

    /// <summary>How many rows have one.</summary>
    public long Count { get; private set; }

    /// <summary>The feature's place among the others, from 0: of its column, or in the explanation; the least that was met, and the largest number for none.</summary>
    public int Place { get; private set; } = int.MaxValue;

    /// <summary>Notes a place where the feature was met.</summary>
    public void MetAt(int place) => Place = Math.Min(Place, place);

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
        MetAt(other.Place);
    }

    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteInt64(Count);
        writer.WriteInt32(Place);
        _absolute.WriteTo(ref writer);
        _squared.WriteTo(ref writer);
    }

    /// <summary>Reads sums.</summary>
    /// <param name="reader">Gives them.</param>
    /// <param name="hasPlace">Whether they were written with the feature's place.</param>
    public static FeatureSums ReadFrom(ref StateReader reader, bool hasPlace)
    {
        FeatureSums sums = new() { Count = reader.ReadCount() };
        if (hasPlace)
        {
            sums.Place = reader.ReadInt32();
            if (sums.Place < 0)
            {
                throw new CorruptStateException("A feature's place is before the first.");
            }
        }

        sums._absolute = CompensatedSum.ReadFrom(ref reader);
        sums._squared = CompensatedSum.ReadFrom(ref reader);
        return sums;
    }
}
