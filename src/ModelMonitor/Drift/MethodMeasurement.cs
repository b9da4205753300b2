using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Drift;

/// <summary>What a method of the catalogue says of a column.</summary>
/// <param name="Method">The method.</param>
/// <param name="Measurement">What it measured.</param>
/// <param name="Reason">Why this method was taken, or why it could not compare; null where the user named it and it could.</param>
public sealed record MethodMeasurement(DriftMethod Method, DriftMeasurement Measurement, string? Reason)
{
    /// <summary>Whether its own threshold says drift.</summary>
    public bool IsDrift => Method.Threshold is { } threshold && Method.IsDrift(Measurement, threshold);

    /// <summary>Measures a column by methods; the reference decides whether by numbers or by texts.</summary>
    /// <param name="reference">The column as it was.</param>
    /// <param name="current">The column as it is.</param>
    /// <param name="methods">The methods; null lets type, cardinality and sizes choose.</param>
    public static IReadOnlyList<MethodMeasurement> Of(ColumnSummary reference, ColumnSummary current, IReadOnlyList<DriftMethod>? methods)
    {
        DriftSample before = reference.IsNumeric ? reference.Sample with { Categories = null } : reference.Sample with { Numbers = null, Moments = null };
        if (methods is not null)
        {
            return [.. methods.Select(method => Measure(method, current.Sample, before, reason: null))];
        }

        return DriftMethodChooser.Choose(current.Sample, before) is { } choice
            ? [Measure(choice.Method, current.Sample, before, choice.Reason)]
            : [];
    }

    private static MethodMeasurement Measure(DriftMethod method, DriftSample current, DriftSample reference, string? reason)
    {
        DriftMeasurement measured = method.Measure(current, reference);
        return new MethodMeasurement(method, measured, measured.Reason ?? reason);
    }
}
