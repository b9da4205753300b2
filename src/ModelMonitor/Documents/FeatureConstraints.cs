using ModelMonitor.Statistics;

namespace ModelMonitor.Documents;

/// <summary>What is demanded of one column. Null means: nothing.</summary>
/// <param name="Name">The column.</param>
/// <param name="InferredType">The type its values should have; Unknown demands none.</param>
public sealed record FeatureConstraints(string Name, InferredType InferredType)
{
    /// <summary>The least share of rows with a value, in [0, 1].</summary>
    public double? Completeness { get; init; }

    /// <summary>Whether the numbers should not be negative.</summary>
    public bool? IsNonNegative { get; init; }

    /// <summary>The values that text may have.</summary>
    public IReadOnlyList<string>? Domains { get; init; }

    /// <summary>Deviations from the document's configuration, as the documentation spells them: on the feature.</summary>
    public MonitoringConfig? Overrides { get; init; }

    /// <summary>Deviations as AWS's Python SDK spells them: within <c>string_constraints</c>.</summary>
    public MonitoringConfig? StringOverrides { get; init; }

    /// <summary>Deviations by the same spelling within <c>num_constraints</c>.</summary>
    public MonitoringConfig? NumberOverrides { get; init; }

    /// <summary>The document's configuration with the deviations of this column; those on the feature itself win.</summary>
    public MonitoringConfig Configure(MonitoringConfig document) =>
        document.With(NumberOverrides).With(StringOverrides).With(Overrides);
}
