using System.Globalization;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>
/// Our check: a metric is violated when its whole confidence interval is outside its allowed range, or, without one, on the side that
/// harms the sensitive facet beyond both the baseline's value and parity.
/// </summary>
internal sealed class CorrectedBiasCheck(BiasOptions options) : IBiasCheck
{
    public BiasJudgement Judge(MeasuredMetric measured, MetricAnalysis? baseline)
    {
        if (measured.SensitiveRows < options.MinimumGroupSize || measured.OtherRows < options.MinimumGroupSize)
        {
            return BiasJudgement.NotJudged(string.Create(
                CultureInfo.InvariantCulture,
                $"too few rows to judge: {measured.SensitiveRows} in the facet, {measured.OtherRows} outside; at least {options.MinimumGroupSize} are needed on each side"));
        }

        IBiasMetric metric = measured.Metric;
        bool hasRange = options.AllowedRanges.TryGetValue(metric.Name, out AllowedRange range);
        if (!hasRange && baseline?.Value is null)
        {
            return BiasJudgement.NotJudged("the baseline has no value");
        }

        if (measured.Interval is not { } interval)
        {
            return BiasJudgement.NotJudged("there is no confidence interval");
        }

        if (!hasRange)
        {
            range = metric.Harm == HarmDirection.Above
                ? new AllowedRange(double.NegativeInfinity, Math.Max(baseline!.Value!.Value, metric.Parity))
                : new AllowedRange(Math.Min(baseline!.Value!.Value, metric.Parity), double.PositiveInfinity);
        }

        return interval.Lower > range.Maximum || interval.Upper < range.Minimum
            ? new BiasJudgement(Describe(measured, interval, range, hasRange ? null : baseline!.Value), null)
            : BiasJudgement.Fine;
    }

    private string Describe(MeasuredMetric measured, ConfidenceInterval interval, AllowedRange range, double? baseline)
    {
        // It begins as Clarify's does, for those who parse it.
        double limit = interval.Lower > range.Maximum ? range.Maximum : range.Minimum;
        string what = baseline switch
        {
            null => $"allowed range {Short(range.Minimum)} to {Short(range.Maximum)}",
            { } known when known == limit => measured.Metric.Harm == HarmDirection.Above ? "at most the baseline" : "at least the baseline",
            _ => "no worse than parity",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Metric value {ClarifyJson.Text(measured.Result.Value!.Value)} doesn't meet the baseline constraint requirement {ClarifyJson.Text(limit)} ({what}; {options.Confidence * 100:0.####} % interval {Short(interval.Lower)} to {Short(interval.Upper)}; {measured.SensitiveRows} rows in the facet, {measured.OtherRows} outside{(measured.IsOfSample ? ", a sample" : "")})");
    }

    private static string Short(double value) =>
        double.IsFinite(value) ? value.ToString("0.####", CultureInfo.InvariantCulture) : ClarifyJson.Text(value);
}
