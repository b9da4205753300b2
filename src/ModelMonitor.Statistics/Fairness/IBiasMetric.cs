namespace ModelMonitor.Statistics.Fairness;

/// <summary>One of Amazon SageMaker Clarify's bias metrics.</summary>
public interface IBiasMetric
{
    /// <summary>The abbreviation, such as <c>DPL</c>.</summary>
    string Name { get; }

    /// <summary>Clarify's description, which <c>analysis.json</c> repeats.</summary>
    string Description { get; }

    /// <summary>What it looks at.</summary>
    BiasStage Stage { get; }

    /// <summary>What it needs.</summary>
    BiasNeeds Needs { get; }

    /// <summary>The value of no bias.</summary>
    double Parity { get; }

    /// <summary>Where values are at the expense of the sensitive facet.</summary>
    /// <remarks>
    /// As SageMaker's developer guide says it in the page of each metric (clarify-post-training-bias-metric-dcacc, -dcr, -dar, -drr …), but for two: of the flip test the guide has the sign
    /// the other way round than Clarify's library, whose values these are, and of treatment equality it names no side.
    /// </remarks>
    HarmDirection Harm { get; }

    /// <summary>The least value there can be. The default is -1, as of a difference of shares.</summary>
    double Least => -1.0;

    /// <summary>The largest value there can be. The default is 1.</summary>
    double Most => 1.0;

    /// <summary>Whether the value is that of all rows, so that it is the same for every facet.</summary>
    bool IgnoresFacet => false;

    /// <summary>Measures; a side without rows, or a missing need, is a named reason instead of a value.</summary>
    BiasValue Measure(FacetCounts counts);

    /// <summary>A confidence interval in closed form; null where there is none.</summary>
    /// <param name="counts">The counts, of which <see cref="Measure"/> gave a value.</param>
    /// <param name="z">The quantile of the normal distribution, such as 1.96 for 95 %.</param>
    ConfidenceInterval? Interval(FacetCounts counts, double z) => null;
}
