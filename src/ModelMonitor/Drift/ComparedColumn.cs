using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Drift;

/// <summary>A column whose drift is to be decided.</summary>
/// <param name="Name">The column.</param>
/// <param name="Current">The column as it is.</param>
/// <param name="Reference">The column of the baseline.</param>
/// <param name="Method">The identifier of a method, or <c>auto</c>.</param>
/// <param name="MinimumEffect">The least effect that matters; null for the method's floor.</param>
internal sealed record ComparedColumn(
    string Name, DriftSample Current, DriftSample Reference, string Method, double? MinimumEffect);
