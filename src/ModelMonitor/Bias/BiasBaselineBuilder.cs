namespace ModelMonitor.Bias;

/// <summary>Makes a baseline of bias: the metrics of a dataset, which are its constraints.</summary>
public static class BiasBaselineBuilder
{
    /// <summary>The baseline's <c>analysis.json</c>.</summary>
    /// <param name="state">The counts of the dataset.</param>
    /// <param name="options">What to measure.</param>
    public static AnalysisDocument Build(BiasState state, BiasOptions options) =>
        BiasReport.Of(BiasMeasurer.Measure(state, options, baseline: null, withIntervals: false), options);
}
