using System.Text;
using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>Takes all metrics of a state.</summary>
internal sealed class BiasMeasurer
{
    private readonly BiasOptions _options;
    private readonly BiasState _state;
    private readonly FacetResolver _resolver;
    private readonly int[] _labels;
    private readonly int[] _predictions;
    private readonly int[] _groups;
    private readonly int _groupCount;
    private readonly string _labelText;

    private BiasMeasurer(BiasState state, BiasOptions options, string? baselineLabel)
    {
        _options = options;
        _state = state;
        _resolver = new FacetResolver(options.IsSageMaker);
        MatchedColumn label = state.Label!;
        MatchedColumn? prediction = state.Prediction;
        bool isContinuous = _resolver.IsContinuous(
            label.Present > 0 || !options.PredictsLabels || prediction is null ? label : prediction, IsThreshold(baselineLabel));
        _labels = Codes(label, isContinuous);
        _predictions = prediction is null ? new int[MatchCodes.Count] : Codes(prediction, isContinuous && options.PredictsLabels);
        _labelText = label.Present == 0 && baselineLabel is not null ? baselineLabel : FacetResolver.Describe(label, isContinuous);
        (_groups, _groupCount) = Places(state.Groups);
    }

    /// <summary>Measures all facets.</summary>
    /// <param name="state">The counts.</param>
    /// <param name="options">What to measure.</param>
    /// <param name="baseline">The baseline, which says what was a threshold; null for none.</param>
    /// <param name="withIntervals">Whether confidence intervals are taken.</param>
    public static BiasMeasurement Measure(BiasState state, BiasOptions options, AnalysisDocument? baseline, bool withIntervals)
    {
        state.Prepare(options);
        BiasSection? reference = baseline?.PreTraining ?? baseline?.PostTraining;
        BiasMeasurer measurer = new(state, options, reference?.LabelValueOrThreshold);
        return new BiasMeasurement(
            measurer._labelText,
            [
                .. state.Facets
                    .SelectMany(tally => measurer._resolver.Resolve(tally, IsThreshold(reference?.Find(tally.Column) is [FacetAnalysis only] ? only.ValueOrThreshold : null)))
                    .Select(facet => measurer.Measure(facet, withIntervals)),
            ]);
    }

    private static bool? IsThreshold(string? text) => text is null ? null : text is ['(', .., ']'];

    private MeasuredFacet Measure(ResolvedFacet facet, bool withIntervals)
    {
        IBiasMetric[] metrics = [.. _options.MetricsOf(BiasStage.PostTraining), .. _options.MetricsOf(BiasStage.PreTraining)];
        if (facet.Error is not null)
        {
            return new MeasuredFacet(
                facet.Tally.Column, facet.ValueOrThreshold, 0, 0, [.. metrics.Select(metric => Failed(metric, facet.Error))]);
        }

        FacetCells cells = facet.Count(_labels, _predictions, _groups, _groupCount);
        bool hasGroups = _groupCount > 0;
        FacetCounts counts = FacetCounts.Of(cells, hasGroups) with { DropsAbsentLabels = _options.IsSageMaker };
        FlipResult flips = metrics.Any(metric => metric.Needs.HasFlag(BiasNeeds.Neighbours))
            ? FlipMeasurer.Measure(_state, _state.Facets.IndexOf(facet.Tally), facet.Sides, _predictions, _options.IsSageMaker) : default;
        counts = counts with { Flips = flips.Counts };
        MeasuredMetric[] measured = [.. metrics.Select(metric => Measure(metric, counts, flips))];
        if (withIntervals)
        {
            AddIntervals(measured, cells, counts, hasGroups);
        }

        return new MeasuredFacet(
            facet.Tally.Column, facet.ValueOrThreshold, counts.Disadvantaged.Rows, counts.Advantaged.Rows, measured);
    }

    private MeasuredMetric Measure(IBiasMetric metric, FacetCounts counts, FlipResult flips)
    {
        bool isFlipTest = metric.Needs.HasFlag(BiasNeeds.Neighbours);
        string? reason = Missing(metric.Needs) ?? (isFlipTest ? flips.Error : null);
        BiasNeeds needs = metric.Needs & (BiasNeeds.Labels | BiasNeeds.Predictions);
        (long Sensitive, long Others)? sample = isFlipTest ? flips.Sample : null;
        return new MeasuredMetric(
            metric,
            reason is null ? metric.Measure(counts) : BiasValue.Failed(reason),
            null,
            sample?.Sensitive ?? Rows(counts.Disadvantaged, needs),
            sample?.Others ?? Rows(counts.Advantaged, needs))
        {
            IsOfSample = sample is not null,
        };
    }

    private string? Missing(BiasNeeds needs) =>
        needs.HasFlag(BiasNeeds.Labels) && _state.Label!.Present == 0 ? $"Label column {_options.Label} is not present in the dataset"
        : needs.HasFlag(BiasNeeds.Predictions) && _state.Prediction is not { Present: > 0 }
            ? $"Predictions ({_options.PredictedLabel ?? _options.Probability}) are not present in the dataset"
        : !needs.HasFlag(BiasNeeds.Groups) || _options.GroupVariable is null ? null
        : _state.Groups!.IsOverflowed ? $"Group variable {_options.GroupVariable} has more than {ValueIndex.MaximumValues} values"
        : _state.Groups.Present == 0 ? $"Group variable {_options.GroupVariable} is not present in the dataset" : null;

    private void AddIntervals(MeasuredMetric[] measured, FacetCells cells, FacetCounts counts, bool hasGroups)
    {
        double z = new ConfidenceLevel(_options.Confidence).Z;
        List<int> drawn = [];
        for (int i = 0; i < measured.Length; i++)
        {
            if (measured[i].Result.Value is null)
            {
                continue;
            }

            measured[i] = measured[i] with { Interval = measured[i].Metric.Interval(counts, z) };
            if (measured[i].Interval is null)
            {
                drawn.Add(i);
            }
        }

        IReadOnlyList<ConfidenceInterval?> intervals = BiasBootstrap.Intervals(
            cells, hasGroups, [.. drawn.Select(i => measured[i].Metric)], z);
        for (int i = 0; i < drawn.Count; i++)
        {
            measured[drawn[i]] = measured[drawn[i]] with { Interval = intervals[i] };
        }
    }

    private static MeasuredMetric Failed(IBiasMetric metric, string reason) => new(metric, BiasValue.Failed(reason), null, 0, 0);

    private static long Rows(SideCounts side, BiasNeeds needs) => needs switch
    {
        BiasNeeds.None => side.Rows,
        BiasNeeds.Labels => side.Labelled,
        BiasNeeds.Predictions => side.Predicted,
        _ => side.Judged,
    };

    private int[] Codes(MatchedColumn column, bool isContinuous) => column.Present == 0
        ? new int[MatchCodes.Count]
        : [.. Enumerable.Range(0, MatchCodes.Count).Select(code => column.Rule.Resolve((byte)code, isContinuous, _options.IsSageMaker))];

    /// <summary>The place of each group's number in the order that numpy gives them: of numbers by size, of texts by their characters.</summary>
    private static (int[] Places, int Count) Places(ValueIndex? groups)
    {
        int count = groups?.Count ?? 0;
        int[] places = new int[count + 1];
        places[0] = -1;
        int[] order = groups?.Sorted() ?? [];
        double[] numbers = new double[count];
        bool areNumbers = true;
        for (int i = 0; i < count; i++)
        {
            areNumbers &= double.TryParse(
                Encoding.UTF8.GetString(groups!.GetText(order[i])), System.Globalization.CultureInfo.InvariantCulture, out numbers[i]);
        }

        if (areNumbers)
        {
            order = [.. order.Zip(numbers).OrderBy(pair => pair.Second).Select(pair => pair.First)];
        }

        for (int place = 0; place < count; place++)
        {
            places[order[place] + 1] = place;
        }

        return (places, count);
    }
}
