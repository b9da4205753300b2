using ModelMonitor.Documents;
using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Evidence;

/// <summary>Lays the distributions of categories beside each other, those first that changed most.</summary>
internal static class CategoryOverlay
{
    private const int MostBars = 12;
    private const int MostNamed = 12;

    /// <summary>Lays them beside each other; null when neither has a value.</summary>
    public static Distribution? Of(StringStatistics? baseline, StringStatistics? current)
    {
        Dictionary<string, double>? before = SharesOf(baseline);
        Dictionary<string, double>? now = SharesOf(current);
        string[] all = [.. (before?.Keys.ToArray() ?? []).Union(now?.Keys.ToArray() ?? [], StringComparer.Ordinal)];
        if (all.Length == 0)
        {
            return null;
        }

        string[] shown =
        [
            .. all.OrderByDescending(name => Change(name, before, now))
                .ThenByDescending(name => Share(before, name) + Share(now, name))
                .ThenBy(name => name, StringComparer.Ordinal)
                .Take(all.Length > MostBars ? MostBars - 1 : MostBars),
        ];
        List<string> bars = [.. shown.Select(name => name.Length == 0 ? "(empty)" : SafeText.Shorten(name))];
        bool hasRest = shown.Length < all.Length;
        if (hasRest)
        {
            bars.Add($"{all.Length - shown.Length} others");
        }

        return new Distribution(bars, Of(before), Of(now), Edges: null);

        double[]? Of(Dictionary<string, double>? shares)
        {
            if (shares is null)
            {
                return null;
            }

            double[] heights = [.. shown.Select(name => Share(shares, name))];
            return hasRest ? [.. heights, Math.Max(0.0, 1.0 - heights.Sum())] : heights;
        }
    }

    /// <summary>The categories of one that the other does not have, most frequent first.</summary>
    public static IReadOnlyList<string> OnlyIn(StringStatistics? one, StringStatistics? other)
    {
        if (one?.Categories is not { } categories || other?.Categories is not { } others)
        {
            return [];
        }

        HashSet<string> known = [.. others.Select(category => category.Value)];
        return
        [
            .. categories.Where(category => category.Count > 0 && !known.Contains(category.Value))
                .OrderByDescending(category => category.Count)
                .ThenBy(category => category.Value, StringComparer.Ordinal)
                .Take(MostNamed)
                .Select(category => category.Value),
        ];
    }

    private static double Change(string name, Dictionary<string, double>? before, Dictionary<string, double>? now) =>
        before is null || now is null ? 0.0 : Math.Abs(Share(before, name) - Share(now, name));

    private static double Share(Dictionary<string, double>? shares, string name) => shares?.GetValueOrDefault(name) ?? 0.0;

    private static Dictionary<string, double>? SharesOf(StringStatistics? statistics)
    {
        long total = statistics?.Categories?.Sum(category => category.Count) ?? 0;
        if (total <= 0)
        {
            return null;
        }

        Dictionary<string, double> shares = new(StringComparer.Ordinal);
        foreach (CategoryCount category in statistics!.Categories!)
        {
            shares[category.Value] = shares.GetValueOrDefault(category.Value) + ((double)category.Count / total);
        }

        return shares;
    }
}
