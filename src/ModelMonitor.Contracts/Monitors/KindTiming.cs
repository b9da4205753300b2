using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>When a kind runs that differs from the file's other monitors; null leaves what the file says.</summary>
public sealed record KindTiming
{
    /// <summary>When it runs, in place of the file's schedule or stages.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>How long a run waits after its window.</summary>
    public TimeSpan? SettleDelay { get; init; }

    /// <summary>When a window begins, from the time the run is scheduled for: never positive.</summary>
    public TimeSpan? StartOffset { get; init; }

    /// <summary>When a window ends, from the time the run is scheduled for: never positive.</summary>
    public TimeSpan? EndOffset { get; init; }

    /// <summary>A monitor with what is said here.</summary>
    public MonitorDefinition ApplyTo(MonitorDefinition monitor) => monitor with
    {
        Schedule = Schedule ?? monitor.Schedule,
        Stages = Schedule is null ? monitor.Stages : [],
        SettleDelay = SettleDelay ?? monitor.SettleDelay,
        Window = StartOffset is { } start ? (EndOffset ?? TimeSpan.Zero) - start : monitor.Window,
        Offset = -(EndOffset ?? TimeSpan.Zero),
    };
}
