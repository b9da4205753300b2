using System.Globalization;
using System.Text;
using ModelMonitor.Costs;

namespace ModelMonitor.Benchmarks.Costs;

/// <summary>The table of docs/operations.md: what watching an endpoint takes, by its traffic.</summary>
internal static class CostTable
{
    private const double HoursPerMonth = 730;

    // The last is a terabyte an hour.
    private static readonly long[] RowsPerHour =
        [1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, (long)(1e12 / HourlyLoad.BytesPerRow)];

    /// <summary>The table in Markdown.</summary>
    public static string Write()
    {
        StringBuilder table = new();
        table.Append("| rows an hour | data | shards | at once | time | cost an hour | cost a month |\n");
        table.Append("|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (long rows in RowsPerHour)
        {
            HourlyLoad load = new(rows);
            table.Append(CultureInfo.InvariantCulture, $"| {rows:N0} | {Size(load.Bytes)} | {load.Shards:N0} | {load.Concurrency:N0} ");
            table.Append(CultureInfo.InvariantCulture, $"| {Time(load.RunDuration)} | {Dollars(load.CostUsd)} | {Dollars(load.CostUsd * HoursPerMonth)} |\n");
        }

        return table.ToString();
    }

    private static string Size(double bytes) => bytes switch
    {
        >= 0.9995e12 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e12:0.#} TB"),
        >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
    };

    private static string Time(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.0} min");

    private static string Dollars(double dollars) => dollars switch
    {
        >= 10 => string.Create(CultureInfo.InvariantCulture, $"${dollars:N0}"),
        >= 0.1 => string.Create(CultureInfo.InvariantCulture, $"${dollars:0.00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"${dollars:0.00000}"),
    };
}
