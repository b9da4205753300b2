using ModelMonitor.Statistics;

namespace ModelMonitor.Documents;

/// <summary>The statistics of one column.</summary>
/// <param name="Name">The column.</param>
/// <param name="InferredType">Its type.</param>
/// <param name="Numerical">For Integral and Fractional columns.</param>
/// <param name="String">For String and Unknown columns.</param>
public sealed record FeatureStatistics(
    string Name, InferredType InferredType, NumericalStatistics? Numerical = null, StringStatistics? String = null)
{
    /// <summary>Share of rows with a value, in [0, 1]; 1 when there are no rows, and when the file does not say.</summary>
    public double Completeness
    {
        get
        {
            long present = Numerical?.Present ?? String?.Present ?? 0;
            long rows = present + (Numerical?.Missing ?? String?.Missing ?? 0);
            return rows == 0 ? 1.0 : (double)present / rows;
        }
    }
}
