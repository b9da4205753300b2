using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>Compares the metrics of a window with the baseline's.</summary>
internal sealed class BiasEvaluator(BiasOptions options, AnalysisDocument baseline)
{
    private readonly IBiasCheck _check = options.IsSageMaker ? new SageMakerBiasCheck() : new CorrectedBiasCheck(options);

    /// <summary>Judges all facets.</summary>
    public BiasEvaluation Evaluate(BiasState state)
    {
        BiasMeasurement measurement = BiasMeasurer.Measure(state, options, baseline, withIntervals: !options.IsSageMaker);
        List<BiasFinding> findings = [];
        List<BiasViolation> violations = [];
        Dictionary<string, MeasuredFacet> judgedOnce = new(StringComparer.Ordinal);
        foreach (MeasuredFacet facet in measurement.Facets)
        {
            foreach (MeasuredMetric measured in facet.Metrics)
            {
                MetricAnalysis? reference = Reference(facet, measured.Metric);
                BiasJudgement judgement = measured.Result.Value is null ? BiasJudgement.NotJudged(measured.Result.Error!)
                    : judgedOnce.TryGetValue(measured.Metric.Name, out MeasuredFacet? first)
                        ? BiasJudgement.NotJudged($"it looks at all rows alike, and is judged with {first.Facet} {first.ValueOrThreshold}")
                    : _check.Judge(measured, reference);
                if (!options.IsSageMaker && measured.Metric.IgnoresFacet && judgement.Reason is null)
                {
                    judgedOnce.TryAdd(measured.Metric.Name, facet);
                }

                findings.Add(Finding(facet, measured, reference, judgement));
                if (judgement.Violation is not null)
                {
                    violations.Add(new BiasViolation(facet.Facet, facet.ValueOrThreshold, measured.Metric.Name, judgement.Violation));
                }
            }
        }

        return new BiasEvaluation(measurement, findings, violations);
    }

    /// <summary>The baseline's metric. An interval ends with the largest number of its data, so that an only one is the same facet however it ends.</summary>
    private MetricAnalysis? Reference(MeasuredFacet facet, IBiasMetric metric)
    {
        BiasSection? section = metric.Stage == BiasStage.PreTraining ? baseline.PreTraining : baseline.PostTraining;
        IReadOnlyList<FacetAnalysis> facets = section?.Find(facet.Facet) ?? [];
        FacetAnalysis? same = facets.FirstOrDefault(known => known.ValueOrThreshold == facet.ValueOrThreshold)
            ?? facets.FirstOrDefault(known => Begin(known.ValueOrThreshold) is { } begin && begin == Begin(facet.ValueOrThreshold));
        return same?.Metrics.FirstOrDefault(known => known.Name == metric.Name);
    }

    private static double? Begin(string interval) =>
        interval is ['(', .., ']'] && interval.IndexOf(',', StringComparison.Ordinal) is > 0 and int comma
            && double.TryParse(interval.AsSpan(1, comma - 1), System.Globalization.CultureInfo.InvariantCulture, out double begin)
            ? begin : null;

    private BiasFinding Finding(MeasuredFacet facet, MeasuredMetric measured, MetricAnalysis? reference, BiasJudgement judgement)
    {
        AllowedRange? range = !options.IsSageMaker && options.AllowedRanges.TryGetValue(measured.Metric.Name, out AllowedRange known) ? known : null;
        return new(facet.Facet, facet.ValueOrThreshold, measured.Metric.Stage == BiasStage.PreTraining ? "pre-training" : "post-training", measured.Metric.Name)
        {
            Minimum = range is { Minimum: > double.NegativeInfinity and double minimum } ? minimum : null,
            Maximum = range is { Maximum: < double.PositiveInfinity and double maximum } ? maximum : null,
            SampledRows = measured.IsOfSample ? measured.SensitiveRows + measured.OtherRows : null,
            Value = measured.Result.Value,
            Baseline = reference?.Value,
            Lower = measured.Interval?.Lower,
            Upper = measured.Interval?.Upper,
            Violated = judgement.Violation is not null,
            Reason = judgement.Reason,
            FacetRows = measured.SensitiveRows,
            OtherRows = measured.OtherRows,
        };
    }
}
