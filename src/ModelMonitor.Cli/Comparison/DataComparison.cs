using ModelMonitor.Drift;

namespace ModelMonitor.Cli.Comparison;

/// <summary>Two sides and what comparing them came to.</summary>
/// <param name="Reference">The data as they were.</param>
/// <param name="Current">The data as they are.</param>
/// <param name="Methods">How they were compared; each column has one result for each.</param>
/// <param name="Columns">The columns.</param>
internal sealed record DataComparison(
    ComparedData Reference, ComparedData Current, IReadOnlyList<DistanceMethod> Methods, IReadOnlyList<ColumnComparison> Columns)
{
    /// <summary>Columns with drift, by any method.</summary>
    public int DriftedCount => Columns.Count(column => column.Drifted);
}
