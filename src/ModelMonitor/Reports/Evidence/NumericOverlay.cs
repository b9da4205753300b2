using ModelMonitor.Reports.Wording;
using ModelMonitor.Statistics;

namespace ModelMonitor.Reports.Evidence;

/// <summary>Lays the distributions of numbers over each other, bar by bar, from their sketches.</summary>
/// <remarks>
/// The bars span what lies between the 0.5 % and 99.5 % quantiles of both; what lies outside counts in the first
/// and the last. Where there are only few different values, each has a bar of its own.
/// </remarks>
internal static class NumericOverlay
{
    private const int MostBars = 24;
    private const int MostValues = 16;
    private const double Tail = 0.005;

    /// <summary>Lays them over each other.</summary>
    /// <param name="baseline">The baseline's; null for none.</param>
    /// <param name="current">The current one; null for none.</param>
    /// <returns>The distributions; null when neither has a value.</returns>
    public static Distribution? Of(SortedView? baseline, SortedView? current)
    {
        SortedView[] views = [.. new[] { baseline, current }.OfType<SortedView>().Where(view => view.TotalWeight > 0)];
        if (views.Length == 0)
        {
            return null;
        }

        return FewValues(views) is { } values
            ? new Distribution(
                [.. values.Select(Figures.Number)],
                Shares(baseline, view => values.Select(value => view.Rank(value) - view.RankExclusive(value))),
                Shares(current, view => values.Select(value => view.Rank(value) - view.RankExclusive(value))),
                Edges: null)
            : OfRanges(views, baseline, current);
    }

    private static Distribution OfRanges(SortedView[] views, SortedView? baseline, SortedView? current)
    {
        double low = views.Min(view => view.Quantile(Tail));
        double high = views.Max(view => view.Quantile(1.0 - Tail));
        double step = NiceStep((high / MostBars) - (low / MostBars));
        double start = Math.Max(-double.MaxValue, Math.Floor(low / step) * step);
        List<double> edges = [start];
        while (edges[^1] <= high && edges[^1] < double.MaxValue && edges.Count <= MostBars + 1)
        {
            // In one rounding: the steps together may be more than a double holds, though the edge is not.
            edges.Add(Math.Min(double.MaxValue, Math.FusedMultiplyAdd(edges.Count, step, start)));
        }

        string[] bars = new string[edges.Count - 1];
        for (int i = 0; i < bars.Length; i++)
        {
            bars[i] = $"{Figures.Number(Round(edges[i], step))} to {Figures.Number(Round(edges[i + 1], step))}";
        }

        return new Distribution(bars, Shares(baseline, Counts), Shares(current, Counts), [.. edges.Select(edge => Round(edge, step))]);

        IEnumerable<long> Counts(SortedView view)
        {
            long before = 0;
            for (int i = 1; i < edges.Count; i++)
            {
                long rank = i == edges.Count - 1 ? view.TotalWeight : view.RankExclusive(edges[i]);
                yield return rank - before;
                before = rank;
            }
        }
    }

    /// <summary>The values, if they are few and the same again and again; else null.</summary>
    private static double[]? FewValues(SortedView[] views)
    {
        SortedSet<double> values = [];
        foreach (SortedView view in views)
        {
            if (view.Values.Length > MostValues)
            {
                return null;
            }

            values.UnionWith(view.Values.ToArray());
        }

        return values.Count <= MostValues ? [.. values] : null;
    }

    /// <summary>1, 2 or 5 times a power of ten, not less than a width.</summary>
    private static double NiceStep(double width)
    {
        if (!(width > double.Epsilon * 1e16))
        {
            return 1.0;
        }

        double power = Math.Pow(10.0, Math.Floor(Math.Log10(width)));
        double factor = width / power;
        return power * (factor <= 1.0 ? 1.0 : factor <= 2.0 ? 2.0 : factor <= 5.0 ? 5.0 : 10.0);
    }

    /// <summary>An edge without the dust of adding steps.</summary>
    private static double Round(double edge, double step)
    {
        int digits = (int)Math.Clamp(1.0 - Math.Floor(Math.Log10(step)), 0.0, 15.0);
        return Math.Abs(edge) < 1e15 ? Math.Round(edge, digits) + 0.0 : edge;
    }

    private static double[]? Shares(SortedView? view, Func<SortedView, IEnumerable<long>> counts) =>
        view is { TotalWeight: > 0 } ? [.. counts(view).Select(count => (double)count / view.TotalWeight)] : null;
}
