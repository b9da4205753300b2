namespace ModelMonitor.Drift;

/// <summary>What a null distribution is of.</summary>
/// <param name="Column">The column.</param>
/// <param name="Method">The method's identifier.</param>
/// <param name="RowCountClass">See <see cref="Statistics.Calibration.RowCountClass"/>.</param>
internal readonly record struct NullKey(string Column, string Method, int RowCountClass);
