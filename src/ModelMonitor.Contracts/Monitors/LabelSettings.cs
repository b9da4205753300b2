namespace ModelMonitor.Contracts.Monitors;

/// <summary>When a window is judged again for labels that arrived after its run.</summary>
public sealed record LabelSettings
{
    /// <summary>The shares of labelled predictions that each are worth another run, rising, above 0 and up to 1; the default is 0.5, 0.8 and 0.95.</summary>
    public IReadOnlyList<double> Steps { get; init; } = [0.5, 0.8, 0.95];

    /// <summary>How long after its end a window takes labels; the default is seven days.</summary>
    public TimeSpan ClosesAfter { get; init; } = TimeSpan.FromDays(7);
}
