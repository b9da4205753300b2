namespace ModelMonitor.EndToEnd.Tests;

/// <summary>The hours that tests fill.</summary>
internal static class Hours
{
    /// <summary>A day's first hour, a Monday's.</summary>
    public static DateTimeOffset Midnight { get; } = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The hour that most tests look at.</summary>
    public static DateTimeOffset Ten { get; } = Midnight.AddHours(10);

    /// <summary>Its end, when the rule of an hourly monitor fires.</summary>
    public static DateTimeOffset Eleven { get; } = Ten.AddHours(1);
}
