using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Benchmarks.Signals;

/// <summary>The default rules that other systems publish, each for one column of one window.</summary>
internal static class Contenders
{
    private const int SmallReference = 1_000;

    private static readonly DriftMethod Robust = DriftMethods.Find("linf_robust")!;
    private static readonly DriftMethod Kolmogorov = DriftMethods.Find("ks")!;
    private static readonly DriftMethod ChiSquare = DriftMethods.Find("chi_square_contingency")!;
    private static readonly DriftMethod Proportions = DriftMethods.Find("z_two_proportions")!;
    private static readonly DriftMethod Wasserstein = DriftMethods.Find("wasserstein_normed")!;
    private static readonly DriftMethod JensenShannon = DriftMethods.Find("js_distance_base2_10")!;

    /// <summary>Their names, in the order of the columns.</summary>
    public static IReadOnlyList<string> Names { get; } = ["SageMaker", "Evidently", "NannyML", "whylogs"];

    /// <summary>Whether each of <see cref="Names"/> calls the column drifted.</summary>
    public static bool[] Judge(DriftSample current, SimulatedBaseline baseline)
    {
        double? pValue = (current.Numbers is null ? ChiSquare : Kolmogorov).Measure(current, baseline.Sample).PValue;
        return
        [
            Robust.Measure(current, baseline.Sample).Statistic > 0.1,
            Evidently(current, baseline.Sample, pValue),
            JensenShannon.Measure(current, baseline.Sample).Statistic > baseline.ChunkThreshold,
            pValue < 0.05,
        ];
    }

    private static bool Evidently(DriftSample current, DriftSample reference, double? pValue)
    {
        if (current.Numbers is not null && reference.Numbers is { Values.Length: > 5 } before)
        {
            return before.TotalWeight > SmallReference
                ? Wasserstein.Measure(current, reference).Statistic >= 0.1
                : pValue < 0.05;
        }

        if ((reference.Categories?.Total ?? reference.Numbers!.TotalWeight) > SmallReference || reference.Categories is null)
        {
            return JensenShannon.Measure(current, reference).Statistic >= 0.1;
        }

        return (reference.Categories.Categories.Length == 2 ? Proportions.Measure(current, reference).PValue : pValue) < 0.05;
    }
}
