namespace ModelMonitor.Quality.Documents;

/// <summary>A curve of a statistics file.</summary>
/// <param name="X">False positive rates, recalls, or mean probabilities, ascending.</param>
/// <param name="Y">True positive rates, precisions, or shares of positive rows: one for each x.</param>
public sealed record QualityCurve(IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>The most points of a curve in a file: as many as Spark's default of bins.</summary>
    public const int MostPoints = 1_000;

    /// <summary>The curve with so few points that a file can hold them: every k-th, and the last.</summary>
    internal QualityCurve Thinned()
    {
        if (X.Count <= MostPoints)
        {
            return this;
        }

        double[] x = new double[MostPoints];
        double[] y = new double[MostPoints];
        for (int i = 0; i < MostPoints; i++)
        {
            int from = (int)((long)i * (X.Count - 1) / (MostPoints - 1));
            (x[i], y[i]) = (X[from], Y[from]);
        }

        return new QualityCurve(x, y);
    }
}
