using ModelMonitor.Drift;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Cli.Comparison;

/// <summary>Which methods of the catalogue compare.</summary>
/// <param name="Methods">The methods; null lets each column choose.</param>
internal sealed record CatalogueChoice(IReadOnlyList<DriftMethod>? Methods)
{
    /// <summary>The column with what the methods say; one that a side lacks, as it is.</summary>
    public ColumnComparison Measure(ColumnComparison column) => column is { Reference: { } reference, Current: { } current }
        ? column with { Measurements = MethodMeasurement.Of(reference, current, Methods) }
        : column;
}
