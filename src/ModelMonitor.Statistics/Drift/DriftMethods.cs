namespace ModelMonitor.Statistics.Drift;

/// <summary>The drift methods there are.</summary>
public static class DriftMethods
{
    /// <summary>All methods, in the order that lists show them.</summary>
    public static IReadOnlyList<DriftMethod> All { get; } =
    [
        DistanceMethods.LInfinitySimple,
        DistanceMethods.LInfinityRobust,
        NumericTestMethods.KolmogorovSmirnov,
        NumericTestMethods.CramerVonMises,
        NumericTestMethods.AndersonDarling,
        NumericTestMethods.MannWhitney,
        NumericTestMethods.EppsSingleton,
        NumericTestMethods.Welch,
        NumericTestMethods.Student,
        DistanceMethods.Wasserstein,
        DistanceMethods.WassersteinNormed,
        DistanceMethods.Energy,
        DivergenceMethods.StabilityIndex,
        DivergenceMethods.StabilityIndexAddOne,
        DivergenceMethods.StabilityIndexEvidently,
        DivergenceMethods.JensenShannonDivergenceBase2,
        DivergenceMethods.JensenShannonDivergenceBaseE,
        DivergenceMethods.JensenShannonDistanceBase2,
        DivergenceMethods.JensenShannonDistanceBaseE,
        DivergenceMethods.Hellinger,
        DivergenceMethods.KullbackLeibler,
        DivergenceMethods.TotalVariation,
        ShareTestMethods.ChiSquare,
        ShareTestMethods.ChiSquareContingency,
        ShareTestMethods.LikelihoodRatio,
        ShareTestMethods.LikelihoodRatioContingency,
        ShareTestMethods.TwoProportions,
        ShareTestMethods.Fisher,
        ShareTestMethods.NewCategoryShare,
        ShareTestMethods.MissingShare,
    ];

    /// <summary>The method of an identifier; null when there is none.</summary>
    public static DriftMethod? Find(string id) => All.FirstOrDefault(method => string.Equals(method.Id, id, StringComparison.Ordinal));
}
