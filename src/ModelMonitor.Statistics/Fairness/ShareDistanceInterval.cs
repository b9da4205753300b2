namespace ModelMonitor.Statistics.Fairness;

/// <summary>The confidence interval of a distance of two independent shares of positive labels.</summary>
/// <remarks>
/// It has the least and the largest distance of the shares around those observed, on the ellipse whose arms are Wilson's intervals: Newcombe's interval of a difference
/// is the same of differences. Where that holds 0, so does this. A distance is never below 0, nor is its interval.
/// </remarks>
internal static class ShareDistanceInterval
{
    /// <summary>How many points of the ellipse are looked at; a multiple of four, so that the ends of its arms are among them.</summary>
    private const int Points = 360;

    /// <summary>Takes the interval.</summary>
    /// <param name="counts">Both sides, each with a labelled row; a label that one side lacks counts.</param>
    /// <param name="z">The quantile of the normal distribution.</param>
    /// <param name="distance">The distance of the share outside the facet from that inside it.</param>
    public static ConfidenceInterval Of(FacetCounts counts, double z, Func<double, double, double> distance)
    {
        SideCounts a = counts.Advantaged;
        SideCounts d = counts.Disadvantaged;
        double p = a.LabelledPositive / (double)a.Labelled;
        double q = d.LabelledPositive / (double)d.Labelled;
        ConfidenceInterval around = ProportionInterval.Wilson(a.LabelledPositive, a.Labelled, z);
        ConfidenceInterval other = ProportionInterval.Wilson(d.LabelledPositive, d.Labelled, z);
        ConfidenceInterval difference = ProportionInterval.Difference(a.LabelledPositive, a.Labelled, d.LabelledPositive, d.Labelled, z);
        double observed = distance(p, q);
        double least = difference is { Lower: <= 0.0, Upper: >= 0.0 } ? 0.0 : observed;
        double largest = observed;
        for (int i = 0; i < Points; i++)
        {
            (double sine, double cosine) = Math.SinCos(2.0 * Math.PI * i / Points);
            double value = distance(
                Math.Clamp(p + cosine * (cosine > 0.0 ? around.Upper - p : p - around.Lower), 0.0, 1.0),
                Math.Clamp(q + sine * (sine > 0.0 ? other.Upper - q : q - other.Lower), 0.0, 1.0));
            least = Math.Min(least, value);
            largest = Math.Max(largest, value);
        }

        return new ConfidenceInterval(least, largest);
    }
}
