using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Drift;

/// <summary>Divergences of the shares of bins: ten of the reference's quantiles for numbers, the categories themselves otherwise.</summary>
internal static class DivergenceMethods
{
    private const string Bins = "numbers in ten bins of the reference's quantiles";

    private static readonly double Ln2 = Math.Log(2.0);

    public static DriftMethod StabilityIndex { get; } = Of(
        "psi_10",
        "Population stability index",
        $"Σ(p-q)·ln(p/q), {Bins}; a bin that a side lacks is left out.",
        bins => PopulationStabilityIndex.Of(bins, ZeroHandling.None)) with
    {
        ThresholdSource = ThresholdSources.Siddiqi,
        PracticalFloor = 0.01,
    };

    public static DriftMethod StabilityIndexAddOne { get; } = Of(
        "psi_10_addone",
        "Population stability index, one added",
        $"Σ(p-q)·ln(p/q), {Bins}; one is added to every count, as by Fiddler.",
        bins => PopulationStabilityIndex.Of(bins, ZeroHandling.AddOne)) with
    {
        ThresholdSource = ThresholdSources.Siddiqi,
        PracticalFloor = 0.01,
    };

    public static DriftMethod StabilityIndexEvidently { get; } = Of(
        "psi_10_evidently",
        "Population stability index, Evidently's zeros",
        $"Σ(p-q)·ln(p/q), {Bins}; a share of 0 is 0.0001, or a millionth of a smallest share up to 0.0001.",
        bins => PopulationStabilityIndex.Of(bins, ZeroHandling.Evidently)) with
    {
        ThresholdSource = ThresholdSources.Siddiqi,
        PracticalFloor = 0.01,
    };

    public static DriftMethod JensenShannonDivergenceBase2 { get; } = Of(
        "js_divergence_base2_10",
        "Jensen-Shannon divergence, base 2",
        $"The divergence, without a root, in bits, {Bins}.",
        bins => JensenShannonDivergence.Of(bins, LogarithmBase.Two)) with
    {
        Maximum = 1.0,
        Threshold = 0.01,
        ThresholdSource = ThresholdSources.Squared,
        PracticalFloor = 0.002,
    };

    public static DriftMethod JensenShannonDivergenceBaseE { get; } = Of(
        "js_divergence_base_e_10",
        "Jensen-Shannon divergence, base e",
        $"The divergence, without a root, in nats, {Bins}.",
        bins => JensenShannonDivergence.Of(bins, LogarithmBase.E)) with
    {
        Maximum = Ln2,
        Threshold = 0.01,
        ThresholdSource = ThresholdSources.Squared,
        PracticalFloor = 0.001,
    };

    public static DriftMethod JensenShannonDistanceBase2 { get; } = Of(
        "js_distance_base2_10",
        "Jensen-Shannon distance, base 2",
        $"The root of the divergence in bits, {Bins}.",
        bins => JensenShannonDivergence.Distance(bins, LogarithmBase.Two)) with
    {
        Maximum = 1.0,
        PracticalFloor = 0.04,
    };

    public static DriftMethod JensenShannonDistanceBaseE { get; } = Of(
        "js_distance_base_e_10",
        "Jensen-Shannon distance, base e",
        $"The root of the divergence in nats, {Bins}.",
        bins => JensenShannonDivergence.Distance(bins, LogarithmBase.E)) with
    {
        Maximum = Math.Sqrt(Ln2),
        PracticalFloor = 0.03,
    };

    public static DriftMethod Hellinger { get; } = Of(
        "hellinger_10",
        "Hellinger distance",
        $"√(½·Σ(√p-√q)²), {Bins}.",
        HellingerDistance.Of) with
    {
        Maximum = 1.0,
        PracticalFloor = 0.03,
    };

    public static DriftMethod KullbackLeibler { get; } = Of(
        "kl_base_e_10_addone",
        "Kullback-Leibler divergence",
        $"Σp·ln(p/q) of the current shares p from the reference's q, {Bins}; one is added to every count.",
        bins => KullbackLeiblerDivergence.Of(bins)) with
    {
        PracticalFloor = 0.005,
    };

    public static DriftMethod TotalVariation { get; } = Of(
        "total_variation_10",
        "Total variation",
        $"½·Σ|p-q|, the share of rows that changed their bin, {Bins}.",
        TotalVariationDistance.Of) with
    {
        Maximum = 1.0,
        Threshold = 0.1,
        ThresholdSource = ThresholdSources.SageMaker,
        PracticalFloor = 0.04,
    };

    private static DriftMethod Of(string id, string name, string convention, Func<AlignedBins, DriftMeasurement> divergence) => new()
    {
        Id = id,
        Name = name,
        Convention = convention,
        Effect = "the statistic",
        Direction = DriftDirection.LargeStatistic,
        Threshold = 0.1,
        ThresholdSource = ThresholdSources.Evidently,
        OfNumbers = (current, reference, _) => divergence(AlignedBins.Of(current, reference)),
        OfCategories = (current, reference) => divergence(AlignedBins.Of(current, reference)),
    };
}
