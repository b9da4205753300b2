using System.Globalization;
using ModelMonitor.Reading;

namespace ModelMonitor.Reports.Wording;

/// <summary>Writes numbers for people.</summary>
public static class Figures
{
    private const double LargestPlain = 1e9;
    private const double SmallestPlain = 1e-4;

    /// <summary>A count with its thousands parted: <c>12,345</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count and what is counted: <c>1 row</c>, <c>2 rows</c>.</summary>
    public static string Count(long count, string one, string? many = null) =>
        $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A number with four digits that matter: <c>180.1</c>, <c>12,346</c>, <c>1.234e-05</c>.</summary>
    public static string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size switch
        {
            0.0 => "0",
            >= LargestPlain or < SmallestPlain => "0.###e+00",
            >= 1_000.0 => "N0",
            _ => "G4",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A distance, threshold or p-value, with three decimals; a smaller one as <see cref="Number"/>.</summary>
    public static string Distance(double value) =>
        value is > 0.0 and < 0.0005 ? value.ToString("0.#e+00", CultureInfo.InvariantCulture) : value.ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>A p-value: two digits however small, <c>&lt; 1e-15</c> below what tells anything.</summary>
    public static string PValue(double value) => value switch
    {
        < 1e-15 => "< 1e-15",
        < 0.001 => value.ToString("0.#e0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };

    /// <summary>A share in percent; never rounded to 100 % when something is missing, nor to 0 % when there is something.</summary>
    public static string Share(double share)
    {
        double percent = share switch
        {
            > 0.999 and < 1.0 => 99.9,
            > 0.0 and < 0.001 => 0.1,
            _ => 100.0 * share,
        };
        return percent.ToString("0.#", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>A size in bytes: <c>512 B</c>, <c>1.5 MB</c>; of thousands, not of 1024.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => Scaled(bytes, 1e3, "kB"),
        < 1_000_000_000 => Scaled(bytes, 1e6, "MB"),
        _ => Scaled(bytes, 1e9, "GB"),
    };

    /// <summary>A duration: <c>0.12 s</c>, <c>3 s</c>, <c>75 s</c>, <c>12.5 min</c>.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 10.0 => seconds.ToString("0.##", CultureInfo.InvariantCulture) + " s",
        < 120.0 => seconds.ToString("0", CultureInfo.InvariantCulture) + " s",
        _ => (seconds / 60.0).ToString("0.0", CultureInfo.InvariantCulture) + " min",
    };

    /// <summary>An instant to the minute, UTC: <c>2026-11-22 10:00</c>; with seconds where it has some.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(
        time.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A span, UTC: <c>2026-11-22 10:00 to 11:00</c>; the date of the end where it is another.</summary>
    public static string Span(TimeWindow window)
    {
        string start = Time(window.Start);
        string end = Time(window.End);
        const int DateLength = 10;
        bool isOneDay = start.AsSpan(0, DateLength).SequenceEqual(end.AsSpan(0, DateLength));
        return $"{start} to {(isOneDay ? end[(DateLength + 1)..] : end)}";
    }

    private static string Scaled(long bytes, double unit, string name) =>
        (bytes / unit).ToString("0.0", CultureInfo.InvariantCulture) + " " + name;
}
