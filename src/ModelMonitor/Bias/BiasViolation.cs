using ModelMonitor.Constraints;

namespace ModelMonitor.Bias;

/// <summary>A bias metric that is worse than it may be.</summary>
/// <param name="Facet">The facet's column.</param>
/// <param name="FacetValue">Its values or interval.</param>
/// <param name="Metric">The metric's abbreviation.</param>
/// <param name="Description">What was expected and what observed.</param>
public sealed record BiasViolation(string Facet, string FacetValue, string Metric, string Description)
{
    /// <summary>The check, always this one.</summary>
    public const string CheckType = CheckTypes.BiasDrift;
}
