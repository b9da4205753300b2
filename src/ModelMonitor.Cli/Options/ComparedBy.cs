using ModelMonitor.Cli.Comparison;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Drift;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Cli.Options;

/// <summary>The words of <c>--method</c>: distances as they always were, methods of the catalogue, or all of them.</summary>
/// <param name="Distances">The distances to take.</param>
/// <param name="Catalogue">The methods of the catalogue to take; null for none.</param>
internal readonly record struct ComparedBy(IReadOnlyList<DistanceMethod> Distances, CatalogueChoice? Catalogue)
{
    /// <summary>The words, and what they mean.</summary>
    public static (string Word, ComparedBy Value)[] Words { get; } =
    [
        ("robust", new ComparedBy([DistanceMethod.Robust], Catalogue: null)),
        ("simple", new ComparedBy([DistanceMethod.Simple], Catalogue: null)),
        ("chi-squared", new ComparedBy([DistanceMethod.ChiSquared], Catalogue: null)),
        ("all", new ComparedBy(
            [DistanceMethod.Robust, DistanceMethod.Simple, DistanceMethod.ChiSquared], new CatalogueChoice(DriftMethods.All))),
        (DriftSettings.AutomaticMethod, new ComparedBy([], new CatalogueChoice(Methods: null))),
        .. DriftMethods.All.Select(method => (method.Id, new ComparedBy([], new CatalogueChoice([method])))),
    ];
}
