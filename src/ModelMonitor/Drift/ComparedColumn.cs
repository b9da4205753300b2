using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Drift;

/// <summary>A column whose drift is to be decided.</summary>
/// <param name="Name">The column.</param>
/// <param name="Current">The column as it is.</param>
/// <param name="Reference">The column of the baseline.</param>
/// <param name="Method">The identifier of a method, or <c>auto</c>.</param>
/// <param name="MinimumEffect">The least effect that matters; null for the method's floor.</param>
internal sealed record ComparedColumn(
    string Name, DriftSample Current, DriftSample Reference, string Method, double? MinimumEffect)
{
    /// <summary>The largest difference of the distributions from which a change matters, in place of <see cref="MinimumEffect"/>; null for none.</summary>
    public double? MinimumDistance { get; init; }

    /// <summary>Whether missing cells are tested too, and not left to a demand of their own.</summary>
    public bool TestsMissing { get; init; } = true;
}
