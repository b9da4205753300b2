namespace ModelMonitor.Drift;

/// <summary>A column of two datasets side by side.</summary>
/// <param name="Name">The column.</param>
/// <param name="Reference">The column as it was; null when only the current data have it.</param>
/// <param name="Current">The column as it is; null when only the reference has it.</param>
/// <param name="Results">How far apart they are, for each method asked for; empty when one side lacks the column.</param>
public sealed record ColumnComparison(
    string Name, ColumnSummary? Reference, ColumnSummary? Current, IReadOnlyList<DriftResult> Results)
{
    /// <summary>What methods of the catalogue say, where any were asked for.</summary>
    public IReadOnlyList<MethodMeasurement> Measurements { get; init; } = [];

    /// <summary>Whether any method finds drift; of the catalogue's, only where no distance was asked for.</summary>
    public bool Drifted => Results.Count > 0 ? Results.Any(result => result.Violated) : Measurements.Any(measured => measured.IsDrift);
}
