using System.Globalization;
using System.Text;
using ModelMonitor.Costs;

namespace ModelMonitor.Benchmarks.Costs;

/// <summary>The table of docs/operations.md: what a month in a stage takes, whose rule fires every hour all the same.</summary>
internal static class StageTable
{
    private const double HoursPerMonth = 730;

    private static readonly long[] RowsPerHour = [100_000, 10_000_000, 100_000_000];

    private static readonly (string Schedule, int Hours, int Percent)[] Stages =
        [("hourly", 1, 100), ("hourly", 1, 10), ("daily", 24, 100), ("daily", 24, 10), ("weekly", 168, 10)];

    /// <summary>The table in Markdown.</summary>
    public static string Write()
    {
        StringBuilder table = new();
        table.Append("| schedule | captured | runs a month |");
        foreach (long rows in RowsPerHour)
        {
            table.Append(CultureInfo.InvariantCulture, $" {rows:N0} requests an hour |");
        }

        table.Append("\n|---|--:|--:|--:|--:|--:|\n");
        foreach ((string schedule, int hours, int percent) in Stages)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {schedule} | {percent} % | {HoursPerMonth / hours:0} |");
            foreach (long rows in RowsPerHour)
            {
                table.Append(CultureInfo.InvariantCulture, $" ${CostOfMonth(rows * percent / 100, hours):N2} |");
            }

            table.Append('\n');
        }

        return table.ToString();
    }

    private static double CostOfMonth(long rowsPerHour, int hours)
    {
        HourlyLoad load = new(rowsPerHour) { Hours = hours };
        double runs = HoursPerMonth / hours;
        return runs * load.CostUsd + (HoursPerMonth - runs) * load.IdleCostUsd;
    }
}
