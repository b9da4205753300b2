using ModelMonitor.Statistics.Classification;

namespace ModelMonitor.Reports.Pages.Quality;

/// <summary>A confusion matrix of so many classes that it can be seen: those with most rows, and the others as one.</summary>
/// <param name="Classes">The classes; where there are others, they come last.</param>
/// <param name="Counts">For each class of rows, how many were predicted to be of each class.</param>
/// <param name="Joined">How many classes the last one stands for; 0 when it is one of its own.</param>
internal sealed record ConfusionView(IReadOnlyList<string> Classes, long[][] Counts, int Joined)
{
    /// <summary>The most classes that are shown apart.</summary>
    public const int MostClasses = 20;

    /// <summary>Takes them from a matrix.</summary>
    public static ConfusionView Of(ConfusionMatrix matrix)
    {
        int count = matrix.Classes.Count;
        bool isWhole = count <= MostClasses;
        int[] shown = isWhole
            ? [.. Enumerable.Range(0, count)]
            : [.. Enumerable.Range(0, count).OrderByDescending(matrix.Actual).ThenBy(i => i).Take(MostClasses)];
        int[] places = new int[count];
        Array.Fill(places, shown.Length);
        for (int i = 0; i < shown.Length; i++)
        {
            places[shown[i]] = i;
        }

        int size = shown.Length + (isWhole ? 0 : 1);
        long[][] counts = [.. Enumerable.Range(0, size).Select(_ => new long[size])];
        foreach ((int actual, int predicted, long rows) in matrix.Cells())
        {
            counts[places[actual]][places[predicted]] += rows;
        }

        string[] names = [.. shown.Select(i => matrix.Classes[i])];
        return new ConfusionView(isWhole ? names : [.. names, $"{count - shown.Length} others"], counts, count - shown.Length);
    }

    /// <summary>The share of a class's rows that were predicted to be of a class, in [0, 1]; null for a class without rows.</summary>
    public double? Share(int actual, int predicted)
    {
        long rows = Counts[actual].Sum();
        return rows == 0 ? null : (double)Counts[actual][predicted] / rows;
    }
}
