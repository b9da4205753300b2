using ModelMonitor.Drift;
using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Benchmarks.Signals;

/// <summary>How many windows pass until a change of one column among twenty is seen: the median over trials.</summary>
internal static class DetectionDelay
{
    private const double Rate = 1.0 / 730.0;
    private const int Tests = 26; // twenty distributions, and six columns with missing cells

    /// <summary>Tests of numbers beside ours, at our rate.</summary>
    private static readonly DriftMethod[] Others = [DriftMethods.Find("ks")!, DriftMethods.Find("cramer_von_mises")!, DriftMethods.Find("t_welch")!];

    /// <summary>Who is watched, in the order of the answers.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ours", .. Contenders.Names, .. Others.Select(other => $"{other.Id} at our rate")];

    /// <summary>From here on the names are of tests that look at numbers alone.</summary>
    public static int FirstOfNumbers => Names.Count - Others.Length;

    /// <summary>The median delays; null where most trials ended without.</summary>
    public static int?[] Watch(TrafficLevel level, SimulatedFeature before, SimulatedFeature after, int seed)
    {
        List<int>[] delays = [.. Names.Select(_ => new List<int>())];
        for (int trial = 0; trial < level.Trials; trial++)
        {
            Random random = new(seed + trial);
            SimulatedBaseline baseline = SimulatedBaseline.Of(before, random, level.Rows);
            int[] seen = Watch(level, after, baseline, random);
            for (int i = 0; i < seen.Length; i++)
            {
                delays[i].Add(seen[i]);
            }
        }

        return [.. delays.Select(list => Median(list) is var median && median > level.MostWindows ? (int?)null : median)];
    }

    private static int[] Watch(TrafficLevel level, SimulatedFeature after, SimulatedBaseline baseline, Random random)
    {
        // The other columns have no drift: corrected over all tests, the least p-value counts at least so many times.
        CalibratedDrift ours = new(Rate / Tests, new NullDistributions([]));
        int[] seen = [.. Enumerable.Repeat(level.MostWindows + 1, Names.Count)];
        for (int window = 1; window <= level.MostWindows && seen.Any(first => first > level.MostWindows); window++)
        {
            DriftSample current = after.Draw(random, level.Rows).ToSample();
            ComparedColumn column = new("column", current, baseline.Sample, "auto", MinimumEffect: null);
            bool[] alarms =
            [
                ours.Decide([column], LearntSpread.None)[0]!.IsDrift,
                .. Contenders.Judge(current, baseline),
                .. Others.Select(other => IsDrift(other, current, baseline.Sample)),
            ];
            for (int i = 0; i < alarms.Length; i++)
            {
                seen[i] = alarms[i] && seen[i] > window ? window : seen[i];
            }
        }

        return seen;
    }

    private static bool IsDrift(DriftMethod method, DriftSample current, DriftSample reference)
    {
        DriftMeasurement measured = method.Measure(current, reference);
        return measured.IsCompared && measured.Effect >= method.PracticalFloor
            && (CalibratedPValue.Of(method, measured, current, reference) ?? measured.PValue) <= Rate / Tests;
    }

    private static int Median(List<int> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
