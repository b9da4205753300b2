using ModelMonitor.Runs;
using ModelMonitor.Statistics.Calibration;

namespace ModelMonitor.Drift;

/// <summary>How much wider than chance each column varied in the windows before, where it did not drift.</summary>
internal sealed class LearntSpread
{
    /// <summary>How many windows before one are looked at: of an hourly monitor a week, in which every hour of every day has its turn.</summary>
    public const int LookedBack = 168;

    private readonly Dictionary<(string Column, string? Method), SpreadInflation> _inflations = [];

    /// <summary>What independent rows show.</summary>
    public static LearntSpread None { get; } = new();

    /// <summary>Learns from the records of earlier windows of the same baseline, oldest first.</summary>
    public static LearntSpread From(IEnumerable<RunRecord> earlier)
    {
        Dictionary<(string Column, string? Method), List<double>> seen = [];
        foreach (FeatureFinding finding in earlier.SelectMany(record => record.Features).Where(finding => !finding.Drifted))
        {
            Add(seen, (finding.Name, finding.Method), finding.OwnPValue);
            Add(seen, (finding.Name, null), finding.MissingPValue);
        }

        LearntSpread spread = new();
        foreach (((string Column, string? Method) key, List<double> pValues) in seen)
        {
            spread._inflations.Add(key, SpreadInflation.Of(pValues));
        }

        return spread;
    }

    /// <summary>The inflation of a column's test.</summary>
    /// <param name="column">The column.</param>
    /// <param name="method">The method; null for its missing cells.</param>
    public SpreadInflation Of(string column, string? method) => _inflations.GetValueOrDefault((column, method), SpreadInflation.None);

    private static void Add(
        Dictionary<(string Column, string? Method), List<double>> seen, (string Column, string? Method) key, double? pValue)
    {
        if (pValue is { } value)
        {
            if (!seen.TryGetValue(key, out List<double>? list))
            {
                seen.Add(key, list = []);
            }

            list.Add(value);
        }
    }
}
