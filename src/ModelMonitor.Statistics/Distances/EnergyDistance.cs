using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Distances;

/// <summary>
/// The energy distance of two columns of numbers, √(2·∫ (F - G)² dx), in the convention (with the root) of
/// <c>scipy.stats.energy_distance</c>; Székely and Rizzo, Journal of Statistical Planning and Inference 143, 2013.
/// </summary>
/// <remarks>
/// In the root of the column's unit, at least 0; 0 for equal distributions. The bound is √2·(ε₁·√range₁ + ε₂·√range₂),
/// by the triangle inequality, for the root of the integral is a norm. A side without numbers is not compared.
/// </remarks>
public static class EnergyDistance
{
    /// <summary>The distance.</summary>
    public static DriftMeasurement Between(SortedView current, SortedView reference)
    {
        if (DriftMeasurement.OfEmpty(current.TotalWeight, reference.TotalWeight, "numbers") is { } nothing)
        {
            return nothing;
        }

        double n = current.TotalWeight;
        double m = reference.TotalWeight;
        double sum = 0.0;
        PooledRanks pooled = new(current, reference);
        pooled.MoveNext();
        double previous = pooled.Value;
        while (pooled.MoveNext())
        {
            double difference = pooled.CurrentBelow / n - pooled.ReferenceBelow / m;
            if (difference != 0.0)
            {
                sum += difference * difference * (pooled.Value - previous);
            }

            previous = pooled.Value;
        }

        return DriftMeasurement.OfDistance(Math.Sqrt(2.0 * sum), Math.Sqrt(2.0) * (Error(current) + Error(reference)));
    }

    private static double Error(SortedView view) =>
        view.NormalizedRankError == 0.0 ? 0.0 : view.NormalizedRankError * Math.Sqrt(Spread.Range(view));
}
