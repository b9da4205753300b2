using ModelMonitor.Contracts;

namespace ModelMonitor.Reports.History;

/// <summary>Finds where a monitor's runs began to be compared with another baseline.</summary>
internal static class BaselineMarks
{
    /// <summary>The marks of runs, oldest first; none for the baseline that the first of them has.</summary>
    public static IEnumerable<HistoryMark> Of(IEnumerable<HistoryRun> runs)
    {
        string? before = null;
        foreach (HistoryRun run in runs)
        {
            if (run.Baseline is not { } version || version == before)
            {
                continue; // Runs without data, and failed ones, have none.
            }

            if (before is not null)
            {
                yield return new HistoryMark(
                    run.Window.Start, HistoryMark.Baseline, $"baseline {version}", ObjectKeys.SiteRunPath(run.Window.Start));
            }

            before = version;
        }
    }
}
