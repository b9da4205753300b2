using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Distances;

/// <summary>
/// Wasserstein's first distance, the earth mover's: how far the numbers moved on average, ∫ |F - G| dx, as
/// <c>scipy.stats.wasserstein_distance</c>.
/// </summary>
/// <remarks>
/// In the column's unit, at least 0, at most the range of both columns; 0 for equal distributions, the distance of
/// the two values for two constants. The bound is ε₁·range₁ + ε₂·range₂ (rank error times range of each side): the
/// integral of an error of ε over the range, by the triangle inequality. A side without numbers is not compared.
/// </remarks>
public static class WassersteinDistance
{
    /// <summary>The smallest standard deviation that a distance is divided by, as Evidently's <c>max(std, 0.001)</c>.</summary>
    public const double SmallestStandardDeviation = 0.001;

    /// <summary>The distance in the column's unit.</summary>
    public static DriftMeasurement Between(SortedView current, SortedView reference) => Between(current, reference, unit: 1.0);

    /// <summary>The distance in standard deviations of the reference.</summary>
    /// <param name="current">The numbers now.</param>
    /// <param name="reference">The numbers they are compared with.</param>
    /// <param name="standardDeviation">
    /// The population standard deviation of the reference; null takes that of its view. Below
    /// <see cref="SmallestStandardDeviation"/>, and where it is not a number, that one is used.
    /// </param>
    public static DriftMeasurement BetweenNormed(SortedView current, SortedView reference, double? standardDeviation = null)
    {
        double spread = standardDeviation ?? Spread.Of(reference);
        return Between(current, reference, spread > SmallestStandardDeviation ? spread : SmallestStandardDeviation);
    }

    private static DriftMeasurement Between(SortedView current, SortedView reference, double unit)
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
            double difference = Math.Abs(pooled.CurrentBelow / n - pooled.ReferenceBelow / m);
            if (difference > 0.0)
            {
                sum += difference * (pooled.Value / unit - previous / unit);
            }

            previous = pooled.Value;
        }

        double bound = Spread.ErrorOverRange(current) + Spread.ErrorOverRange(reference);
        return DriftMeasurement.OfDistance(sum, bound / unit);
    }
}
