using System.Globalization;

namespace ModelMonitor.Benchmarks.Signals;

/// <summary>Prints the tables of docs/drift-methods.md: false alarms, and how soon changes are seen.</summary>
internal static class SignalTables
{
    private const int Seed = 20_261_123;

    private static readonly SimulatedFeature Region = SimulatedFeature.Swapped(0.0);

    private static readonly (string Name, SimulatedFeature Before, SimulatedFeature After, bool MovesNumbers)[] Changes =
    [
        ("mean + 0.1 σ", SimulatedFeature.Shifted(0.0), SimulatedFeature.Shifted(0.1), true),
        ("mean + 0.25 σ", SimulatedFeature.Shifted(0.0), SimulatedFeature.Shifted(0.25), true),
        ("mean + 0.5 σ", SimulatedFeature.Shifted(0.0), SimulatedFeature.Shifted(0.5), true),
        ("1 point of a category", Region, SimulatedFeature.Swapped(0.01), false),
        ("5 points", Region, SimulatedFeature.Swapped(0.05), false),
        ("10 points", Region, SimulatedFeature.Swapped(0.10), false),
        ("missing 2 % to 3 %", SimulatedFeature.WithMissing(0.02), SimulatedFeature.WithMissing(0.03), false),
        ("missing 2 % to 7 %", SimulatedFeature.WithMissing(0.02), SimulatedFeature.WithMissing(0.07), false),
    ];

    public static void Write(TextWriter output, TextWriter progress, int? onlyRows)
    {
        TrafficLevel[] levels = [.. TrafficLevel.All.Where(level => onlyRows is null || level.Rows == onlyRows)];
        WriteFalseAlarms(output, progress, levels);
        WriteDelays(output, progress, levels);
        (int byChance, int learnt, int hours) = AlikeRows.Watch(Seed);
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Alike rows, {hours} hours: {byChance} false alarms by chance alone, {learnt} with the learnt spread, without a floor; {hours / 730.0:0.0} stated."));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"500 features: {ManyFeatures.Measure(Seed):0.00} s of processor time."));
    }

    private static void WriteFalseAlarms(TextWriter output, TextWriter progress, TrafficLevel[] levels)
    {
        output.WriteLine($"| rows an hour | hours | ours, 1.4 stated | ours, 41.1 stated (by baseline) | without the floor | {string.Join(" | ", Contenders.Names)} |");
        output.WriteLine($"|--:|--:|--:|--:|--:|{string.Concat(Contenders.Names.Select(_ => "--:|"))}");
        foreach (TrafficLevel level in levels)
        {
            CleanHours counts = CleanHours.Watch(level, Seed);
            string PerThousand(double alarms) => (alarms * 1_000.0 / counts.Hours).ToString("0.0", CultureInfo.InvariantCulture);
            double scale = 1_000.0 / level.CleanHours;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {level.Rows:N0} | {counts.Hours:N0} | {PerThousand(counts.Ours)} | {PerThousand(counts.OursAtThirty)} ({counts.Spread.Fewest * scale:0} to {counts.Spread.Most * scale:0}) | {PerThousand(counts.RealAtThirty)} | {string.Join(" | ", counts.Theirs.Select(theirs => PerThousand(theirs)))} |"));
            progress.WriteLine($"{level.Rows} rows: {string.Join(", ", counts.Blamed.Select(pair => $"{pair.Key} {pair.Value}"))}");
        }
    }

    private static void WriteDelays(TextWriter output, TextWriter progress, TrafficLevel[] levels)
    {
        output.WriteLine();
        output.WriteLine($"| change | rows an hour | {string.Join(" | ", DetectionDelay.Names)} |");
        output.WriteLine($"|---|--:|{string.Concat(DetectionDelay.Names.Select(_ => "--:|"))}");
        foreach ((string name, SimulatedFeature before, SimulatedFeature after, bool movesNumbers) in Changes)
        {
            foreach (TrafficLevel level in levels)
            {
                int?[] delays = DetectionDelay.Watch(level, before, after, Seed);
                IEnumerable<string> cells = delays.Select((delay, i) => !movesNumbers && i >= DetectionDelay.FirstOfNumbers
                    ? "–"
                    : delay is { } windows ? $"{windows}" : $"> {level.MostWindows}");
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| {name} | {level.Rows:N0} | {string.Join(" | ", cells)} |"));
            }

            progress.WriteLine(name);
        }
    }
}
