using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Drift;

/// <summary>A way to measure drift: what it is called, what its numbers mean, and how to take them.</summary>
public sealed record DriftMethod
{
    /// <summary>What monitor files, options and reports call it: lower case, with the convention, such as <c>js_distance_base2_10</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence: what the statistic is, with base, root, binning and zero handling.</summary>
    public required string Convention { get; init; }

    /// <summary>A few words: what the effect is, and its unit.</summary>
    public required string Effect { get; init; }

    /// <summary>Which number its threshold is for.</summary>
    public required DriftDirection Direction { get; init; }

    /// <summary>The least statistic; null when there is no limit.</summary>
    public double? Minimum { get; init; } = 0.0;

    /// <summary>The largest statistic; null when there is no limit.</summary>
    public double? Maximum { get; init; }

    /// <summary>The threshold when it decides alone; null where none fits every column.</summary>
    public double? Threshold { get; init; }

    /// <summary>Where <see cref="Threshold"/> comes from.</summary>
    public required string ThresholdSource { get; init; }

    /// <summary>
    /// The least effect that matters: that of a normal column moved by a tenth of its standard deviation, or of one row in a
    /// hundred that changed; null where the effect has the column's unit.
    /// </summary>
    public double? PracticalFloor { get; init; }

    /// <summary>What it compares; any one of them is enough.</summary>
    public DriftInputs Inputs =>
        (OfNumbers is null ? DriftInputs.None : DriftInputs.Numbers)
        | (OfCategories is null ? DriftInputs.None : DriftInputs.Categories)
        | (OfMoments is null ? DriftInputs.None : DriftInputs.Moments)
        | (OfCompleteness is null ? DriftInputs.None : DriftInputs.Completeness);

    /// <summary>Current and reference numbers, and the moments of the reference where they are known.</summary>
    internal Func<SortedView, SortedView, SampleMoments?, DriftMeasurement>? OfNumbers { get; init; }

    /// <summary>Current and reference categories.</summary>
    internal Func<CategoryDistribution, CategoryDistribution, DriftMeasurement>? OfCategories { get; init; }

    /// <summary>Current and reference moments.</summary>
    internal Func<SampleMoments, SampleMoments, DriftMeasurement>? OfMoments { get; init; }

    /// <summary>Current and reference completeness.</summary>
    internal Func<SampleCompleteness, SampleCompleteness, DriftMeasurement>? OfCompleteness { get; init; }

    /// <summary>Measures how <paramref name="current"/> differs from <paramref name="reference"/>; by numbers rather than by categories.</summary>
    /// <returns>The measurement; one that <see cref="DriftMeasurement.IsCompared">compares nothing</see> where a side lacks the inputs.</returns>
    public DriftMeasurement Measure(DriftSample current, DriftSample reference)
    {
        if (OfNumbers is not null && current.Numbers is not null && reference.Numbers is not null)
        {
            return OfNumbers(current.Numbers, reference.Numbers, reference.Moments);
        }

        if (OfCategories is not null && current.Categories is not null && reference.Categories is not null)
        {
            return OfCategories(current.Categories, reference.Categories);
        }

        if (OfMoments is not null && current.Moments is { } moments && reference.Moments is { } referenceMoments)
        {
            return OfMoments(moments, referenceMoments);
        }

        return OfCompleteness is not null && current.Completeness is { } cells && reference.Completeness is { } referenceCells
            ? OfCompleteness(cells, referenceCells)
            : DriftMeasurement.NotCompared($"{Name} compares {Inputs.ToString().ToLowerInvariant()}, which the two sides have not both.");
    }

    /// <summary>Whether a measurement is drift by a threshold alone, without regard to the number of rows or of tests.</summary>
    /// <param name="measurement">The answer of <see cref="Measure"/>; one that compares nothing is no drift.</param>
    /// <param name="threshold">A statistic or a p-value: see <see cref="Direction"/>.</param>
    public bool IsDrift(DriftMeasurement measurement, double threshold) =>
        measurement.IsCompared
        && (Direction == DriftDirection.LargeStatistic ? measurement.Statistic > threshold : measurement.PValue <= threshold);
}
