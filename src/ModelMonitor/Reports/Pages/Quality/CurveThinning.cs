using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Reports.Pages.Quality;

/// <summary>Thins a curve in the unit square to what a picture can show.</summary>
internal static class CurveThinning
{
    /// <summary>Points nearer than this to the one before them, in either direction, are left out.</summary>
    public const double Step = 0.005;

    /// <summary>The most points that are left.</summary>
    public const int MostPoints = 400;

    /// <summary>The rule in a sentence, for captions.</summary>
    public const string Rule = "Points nearer than 0.5 % to the one before are left out.";

    /// <summary>The indexes of the points that are left: the first, the last, and those a step away from the one before.</summary>
    public static IReadOnlyList<int> Of(QualityCurve curve)
    {
        List<int> kept = [];
        int last = curve.X.Count - 1;
        for (int i = 0; i <= last; i++)
        {
            if (i == 0 || i == last
                || Math.Abs(curve.X[i] - curve.X[kept[^1]]) >= Step || Math.Abs(curve.Y[i] - curve.Y[kept[^1]]) >= Step)
            {
                kept.Add(i);
            }
        }

        return Spread(kept, MostPoints);
    }

    /// <summary>So many of the indexes, evenly spread, with the first and the last.</summary>
    public static IReadOnlyList<int> Spread(IReadOnlyList<int> indexes, int most) => indexes.Count <= most
        ? indexes
        : [.. Enumerable.Range(0, most).Select(i => indexes[(int)((long)i * (indexes.Count - 1) / (most - 1))])];
}
