namespace ModelMonitor.Bias;

/// <summary>Compares a metric with its baseline.</summary>
internal interface IBiasCheck
{
    /// <summary>Judges.</summary>
    /// <param name="measured">The metric, with a value.</param>
    /// <param name="baseline">The baseline's; null when it does not know the metric.</param>
    BiasJudgement Judge(MeasuredMetric measured, MetricAnalysis? baseline);
}
