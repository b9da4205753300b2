namespace ModelMonitor.Bias;

/// <summary>Clarify's check: a value larger than the baseline's, both without their signs, whatever the metric means.</summary>
internal sealed class SageMakerBiasCheck : IBiasCheck
{
    public BiasJudgement Judge(MeasuredMetric measured, MetricAnalysis? baseline)
    {
        double value = measured.Result.Value!.Value;
        return baseline?.Value is not { } limit ? BiasJudgement.NotJudged("the baseline has no value")
            : Math.Abs(value) > Math.Abs(limit)
                ? new BiasJudgement(
                    $"Metric value {ClarifyJson.Text(value)} doesn't meet the baseline constraint requirement {ClarifyJson.Text(limit)}", null)
                : BiasJudgement.Fine;
    }
}
