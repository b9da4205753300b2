namespace ModelMonitor.Contracts.Monitors;

/// <summary>When a window is judged again for labels that arrived after its run.</summary>
public sealed record LabelSettings
{
    /// <summary>
    /// The longest that <see cref="ClosesAfter"/> can be: what tells of a window's labels is kept for 35 days, and is needed
    /// for a day after it closed.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(34);

    /// <summary>The most windows that can take labels at once: each firing looks at all of them.</summary>
    public const int MostOpenWindows = 1008;

    /// <summary>The shares of labelled predictions that each are worth another run, rising, above 0 and up to 1; the default is 0.5, 0.8 and 0.95.</summary>
    public IReadOnlyList<double> Steps { get; init; } = [0.5, 0.8, 0.95];

    /// <summary>How long after its end a window takes labels, one hour to <see cref="LongestWait"/>; the default is seven days.</summary>
    public TimeSpan ClosesAfter { get; init; } = TimeSpan.FromDays(7);
}
