namespace ModelMonitor.Statistics.Fairness;

/// <summary>Clarify's flip test: what the nearest rows outside the sensitive facet are predicted, for each row inside.</summary>
/// <remarks>
/// The five nearest by Euclidean distance vote, or the nearest one where there are fewer than ten; votes are of rows, so that a row
/// that occurs twice has two. Of rows equally far at the last place each has its part of what is left of the vote: scikit-learn takes
/// those that its search meets first, which depends on the order of the rows; where they agree, so do the results.
/// </remarks>
public static class FlipTest
{
    private const int Neighbours = 5;
    private const int FewRows = 9;

    /// <summary>Makes the test.</summary>
    /// <param name="features">The rows' features, row after row, all finite.</param>
    /// <param name="columns">Features of a row.</param>
    /// <param name="rows">What else is known of each row.</param>
    /// <param name="isSample">Whether they are a sample of the distinct rows rather than all of them.</param>
    public static FlipCounts Test(ReadOnlySpan<double> features, int columns, IReadOnlyList<FlipRow> rows, bool isSample = false)
    {
        int[] others = [.. Enumerable.Range(0, rows.Count).Where(row => !rows[row].IsSensitive)];
        long otherRows = others.Sum(row => rows[row].Count);
        int neighbours = otherRows > FewRows ? Neighbours : 1;
        double[] distances = new double[others.Length];
        long favoured = 0;
        long harmed = 0;
        long tested = 0;
        FlipClusters clusters = default;
        for (int row = 0; row < rows.Count && others.Length > 0; row++)
        {
            if (!rows[row].IsSensitive)
            {
                continue;
            }

            ReadOnlySpan<double> own = features.Slice(row * columns, columns);
            for (int i = 0; i < others.Length; i++)
            {
                distances[i] = SquaredDistance(own, features.Slice(others[i] * columns, columns));
            }

            bool expected = Vote(distances, others, rows, neighbours);
            long count = rows[row].Count;
            bool isFavoured = rows[row].IsPositive && !expected;
            bool isHarmed = !rows[row].IsPositive && expected;
            tested += count;
            favoured += isFavoured ? count : 0;
            harmed += isHarmed ? count : 0;
            double square = (double)count * count;
            clusters = new FlipClusters(
                clusters.Squares + square,
                clusters.FavouredSquares + (isFavoured ? square : 0.0),
                clusters.HarmedSquares + (isHarmed ? square : 0.0),
                Math.Max(clusters.Largest, count));
        }

        return new FlipCounts(favoured, harmed, tested) { Clusters = isSample ? clusters : null };
    }

    private static bool Vote(double[] distances, int[] others, IReadOnlyList<FlipRow> rows, int neighbours)
    {
        double limit = Limit(distances, others, rows, neighbours);
        double votes = 0.0;
        long inside = 0;
        long tied = 0;
        long tiedPositive = 0;
        for (int i = 0; i < distances.Length; i++)
        {
            FlipRow other = rows[others[i]];
            if (distances[i] < limit)
            {
                inside += other.Count;
                votes += other.IsPositive ? other.Count : 0;
            }
            else if (distances[i] == limit)
            {
                tied += other.Count;
                tiedPositive += other.IsPositive ? other.Count : 0;
            }
        }

        return votes + (neighbours - inside) * (tiedPositive / (double)tied) > neighbours / 2.0;
    }

    /// <summary>The distance of the last neighbour: the k-th smallest, each row counted as often as it occurs.</summary>
    private static double Limit(double[] distances, int[] others, IReadOnlyList<FlipRow> rows, int neighbours)
    {
        // Five rounds over the distances at most: every round takes in all rows at the next distance.
        double limit = double.NegativeInfinity;
        long taken = 0;
        while (taken < neighbours)
        {
            double next = double.PositiveInfinity;
            long count = 0;
            for (int i = 0; i < distances.Length; i++)
            {
                if (distances[i] > limit && distances[i] <= next)
                {
                    count = distances[i] == next ? count + rows[others[i]].Count : rows[others[i]].Count;
                    next = distances[i];
                }
            }

            if (count == 0)
            {
                break;
            }

            limit = next;
            taken += count;
        }

        return limit;
    }

    private static double SquaredDistance(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0.0;
        for (int i = 0; i < one.Length; i++)
        {
            double difference = one[i] - other[i];
            sum += difference * difference;
        }

        return sum;
    }
}
