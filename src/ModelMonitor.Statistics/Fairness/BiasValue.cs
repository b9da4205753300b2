namespace ModelMonitor.Statistics.Fairness;

/// <summary>A metric's value, or why there is none.</summary>
/// <param name="Value">The value, also infinite, never NaN; null when there is none.</param>
/// <param name="Error">The reason; null when there is a value.</param>
public readonly record struct BiasValue(double? Value, string? Error)
{
    /// <summary>A value.</summary>
    public static BiasValue Of(double value) => new(value, null);

    /// <summary>No value.</summary>
    public static BiasValue Failed(string error) => new(null, error);
}
