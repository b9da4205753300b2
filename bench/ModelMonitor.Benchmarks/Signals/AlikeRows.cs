using ModelMonitor.Drift;
using ModelMonitor.Runs;

namespace ModelMonitor.Benchmarks.Signals;

/// <summary>Hours whose rows are alike: their means wander by a tenth of a standard deviation, as from morning to evening.</summary>
internal static class AlikeRows
{
    private const int Rows = 500;
    private const int Hours = 4_168;
    private const double Persistence = 0.8;
    private const double Spread = 0.1;

    /// <summary>False alarms with a spread taken from chance alone, and with the one learnt from the week of hours before, which are not counted.</summary>
    public static (int ByChance, int Learnt, int Hours) Watch(int seed)
    {
        Random random = new(seed);
        SimulatedFeature[] features = [.. SimulatedFeature.All.Take(6)];
        SimulatedBaseline[] baselines = [.. features.Select(feature => SimulatedBaseline.Of(feature, random, Rows))];
        double[] offsets = new double[features.Length];
        CalibratedDrift drift = new(1.0 / 730.0, new NullDistributions([]));
        List<RunRecord> records = [];
        (int byChance, int learnt) = (0, 0);
        for (int hour = 0; hour < Hours; hour++)
        {
            List<ComparedColumn> columns = [];
            for (int i = 0; i < features.Length; i++)
            {
                double step = (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2.0; // of variance 1
                offsets[i] = Persistence * offsets[i] + Math.Sqrt(1.0 - Persistence * Persistence) * Spread * step;
                columns.Add(new ComparedColumn(
                    features[i].Name, features[i].Draw(random, Rows, offsets[i]).ToSample(), baselines[i].Sample, "auto", MinimumEffect: 0.0));
            }

            bool isLearning = hour < LearntSpread.LookedBack;
            byChance += !isLearning && drift.Decide(columns, LearntSpread.None).Any(decision => decision!.IsDrift) ? 1 : 0;
            DriftDecision?[] decisions = drift.Decide(columns, LearntSpread.From(records.TakeLast(LearntSpread.LookedBack)));
            learnt += !isLearning && decisions.Any(decision => decision!.IsDrift) ? 1 : 0;
            records.Add(Record(columns, decisions));
        }

        return (byChance, learnt, Hours - LearntSpread.LookedBack);
    }

    private static RunRecord Record(List<ComparedColumn> columns, DriftDecision?[] decisions) => new()
    {
        Monitor = "simulated",
        Kind = "data-quality",
        Outcome = RunOutcome.Completed,
        Message = "",
        Fingerprint = "",
        InputFingerprint = "",
        EngineVersion = "",
        Features =
        [
            .. decisions.Select((decision, i) => new FeatureFinding(
                columns[i].Name, "Fractional", 1.0, decision!.Method, decision.Effect, decision.Floor, decision.IsDrift, Note: null)
            {
                OwnPValue = decision.OwnPValue,
                MissingPValue = decision.MissingPValue,
            }),
        ],
    };
}
