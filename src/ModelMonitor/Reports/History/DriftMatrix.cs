namespace ModelMonitor.Reports.History;

/// <summary>How far features were from their thresholds, window by window.</summary>
/// <param name="Features">The features, that first which went farthest.</param>
/// <param name="Columns">The starts of the windows, or of the first of each group of them.</param>
/// <param name="Percents">For each feature and column, the distance in percent of the threshold; -1 where nothing was judged.</param>
/// <param name="RunsPerColumn">How many windows a column stands for.</param>
/// <param name="FeaturesLeftOut">How many features moved and are not among these.</param>
internal sealed record DriftMatrix(
    IReadOnlyList<string> Features, IReadOnlyList<DateTimeOffset> Columns, int[][] Percents, int RunsPerColumn, int FeaturesLeftOut)
{
    /// <summary>Takes it from a history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="mostFeatures">How many features at most.</param>
    /// <param name="mostColumns">How many columns at most.</param>
    public static DriftMatrix Of(MonitorHistory history, int mostFeatures, int mostColumns)
    {
        int perColumn = Math.Max(1, (history.Runs.Count + mostColumns - 1) / mostColumns);
        HistoryRun[][] columns = [.. history.Runs.Chunk(perColumn)];
        int[] worst = new int[history.Features.Count];
        foreach ((int feature, int percent) in history.Runs.SelectMany(run => run.Moves()))
        {
            worst[feature] = Math.Max(worst[feature], percent);
        }

        int[] moved = [.. Enumerable.Range(0, worst.Length).Where(feature => worst[feature] > 0).OrderByDescending(feature => worst[feature])];
        int[] chosen = [.. moved.Take(mostFeatures)];
        Dictionary<int, int[]> rows = chosen.ToDictionary(feature => feature, _ => new int[columns.Length]);
        for (int column = 0; column < columns.Length; column++)
        {
            bool isJudged = columns[column].Any(run => run.Outcome is Runs.RunOutcome.Completed or Runs.RunOutcome.CompletedWithViolations);
            foreach (int[] row in rows.Values)
            {
                row[column] = isJudged ? 0 : -1;
            }

            foreach ((int feature, int percent) in columns[column].SelectMany(run => run.Moves()))
            {
                if (rows.TryGetValue(feature, out int[]? row))
                {
                    row[column] = Math.Max(row[column], percent);
                }
            }
        }

        return new DriftMatrix(
            [.. chosen.Select(feature => history.Features[feature])],
            [.. columns.Select(column => column[0].Window.Start)],
            [.. chosen.Select(feature => rows[feature])],
            perColumn,
            moved.Length - chosen.Length);
    }
}
