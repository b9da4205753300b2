using ModelMonitor.Drift;

namespace ModelMonitor.Benchmarks.Signals;

/// <summary>Counts the hours without drift that alarm all the same.</summary>
internal sealed class CleanHours
{
    private const double HoursAMonth = 730.0;

    private readonly List<int> _ofBaselines = [];

    /// <summary>Hours watched.</summary>
    public int Hours { get; private set; }

    /// <summary>Alarms of ours at one false alarm a month.</summary>
    public int Ours { get; private set; }

    /// <summary>Alarms of ours at thirty.</summary>
    public int OursAtThirty { get; private set; }

    /// <summary>Alarms at thirty by the test alone, whatever the effect.</summary>
    public int RealAtThirty { get; private set; }

    /// <summary>Alarms of the contenders.</summary>
    public int[] Theirs { get; } = new int[Contenders.Names.Count];

    /// <summary>Which of our tests called a column drifted at thirty, and how often.</summary>
    public SortedDictionary<string, int> Blamed { get; } = new(StringComparer.Ordinal);

    /// <summary>The fewest and the most alarms against one baseline, at thirty a month.</summary>
    public (int Fewest, int Most) Spread => (_ofBaselines.Min(), _ofBaselines.Max());

    public static CleanHours Watch(TrafficLevel level, int seed)
    {
        CleanHours counts = new();
        for (int i = 0; i < level.Baselines; i++)
        {
            counts.Watch(level, new Random(seed + i));
        }

        return counts;
    }

    private void Watch(TrafficLevel level, Random random)
    {
        IReadOnlyList<SimulatedFeature> features = SimulatedFeature.All;
        SimulatedBaseline[] baselines = [.. features.Select(feature => SimulatedBaseline.Of(feature, random, level.Rows))];
        CalibratedDrift ours = new(1.0 / HoursAMonth, new NullDistributions([]));
        int before = OursAtThirty;
        for (int hour = 0; hour < level.CleanHours; hour++)
        {
            List<ComparedColumn> columns = [];
            bool[] theirs = new bool[Theirs.Length];
            for (int i = 0; i < features.Count; i++)
            {
                columns.Add(new ComparedColumn(
                    features[i].Name, features[i].Draw(random, level.Rows).ToSample(), baselines[i].Sample, "auto", MinimumEffect: null));
                bool[] judged = Contenders.Judge(columns[i].Current, baselines[i]);
                theirs = [.. theirs.Zip(judged, (one, other) => one || other)];
            }

            Count(ours.Decide(columns, LearntSpread.None), columns, theirs);
        }

        _ofBaselines.Add(OursAtThirty - before);
    }

    private void Count(DriftDecision?[] decisions, List<ComparedColumn> columns, bool[] theirs)
    {
        const double Thirty = 30.0 / HoursAMonth;
        Hours++;
        Ours += decisions.Any(decision => decision!.IsDrift) ? 1 : 0;
        OursAtThirty += decisions.Any(decision => decision!.PValue <= Thirty && decision.Effect >= decision.Floor) ? 1 : 0;
        RealAtThirty += decisions.Any(decision => decision!.PValue <= Thirty) ? 1 : 0;
        for (int i = 0; i < decisions.Length; i++)
        {
            if (decisions[i]!.PValue <= Thirty)
            {
                string key = $"{columns[i].Name}/{decisions[i]!.Method}";
                Blamed[key] = Blamed.GetValueOrDefault(key) + 1;
            }
        }

        for (int i = 0; i < theirs.Length; i++)
        {
            Theirs[i] += theirs[i] ? 1 : 0;
        }
    }
}
