using System.Diagnostics;
using ModelMonitor.Drift;

namespace ModelMonitor.Benchmarks.Signals;

/// <summary>How long it takes to judge five hundred columns.</summary>
internal static class ManyFeatures
{
    private const int Count = 500;
    private const int Rows = 20_000;

    /// <summary>The processor time of the second evaluation in seconds; each of the twenty features stands for 25 columns.</summary>
    public static double Measure(int seed)
    {
        Random random = new(seed);
        IReadOnlyList<SimulatedFeature> features = SimulatedFeature.All;
        SimulatedWindow[] before = [.. features.Select(feature => feature.Draw(random, Rows))];
        SimulatedWindow[] now = [.. features.Select(feature => feature.Draw(random, Rows))];
        CalibratedDrift drift = new(1.0 / 730.0, new NullDistributions([]));
        ComparedColumn[] Columns() =>
        [
            .. Enumerable.Range(0, Count).Select(i => new ComparedColumn(
                $"c{i}", now[i % now.Length].ToSample(), before[i % before.Length].ToSample(), "auto", MinimumEffect: null)),
        ];

        _ = drift.Decide(Columns(), LearntSpread.None);
        TimeSpan start = Process.GetCurrentProcess().UserProcessorTime;
        _ = drift.Decide(Columns(), LearntSpread.None);
        return (Process.GetCurrentProcess().UserProcessorTime - start).TotalSeconds;
    }
}
