namespace ModelMonitor.Statistics.Classification;

/// <summary>A measure of one class: <c>h·hits / (a·rows of the class + p·rows predicted to be of it)</c>.</summary>
/// <param name="Hits">h.</param>
/// <param name="Actual">a.</param>
/// <param name="Predicted">p.</param>
public readonly record struct ClassScore(double Hits, double Actual, double Predicted)
{
    /// <summary>The share of the class's rows predicted to be of it.</summary>
    public static ClassScore Recall => new(1.0, 1.0, 0.0);

    /// <summary>The share of rows of the class among those predicted to be of it.</summary>
    public static ClassScore Precision => new(1.0, 0.0, 1.0);

    /// <summary>The weighted harmonic mean of both, recall counting β times as much.</summary>
    public static ClassScore F(double beta) => new(1.0 + beta * beta, beta * beta, 1.0);
}
