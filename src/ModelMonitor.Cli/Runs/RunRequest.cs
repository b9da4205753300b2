using ModelMonitor.Cli.Options;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Runs;

/// <summary>What <c>modelmonitor run</c> is asked to do.</summary>
/// <param name="Capture">The file or folder with the data.</param>
/// <param name="Baseline">The folder of the baseline.</param>
/// <param name="Output">The folder that reports go to.</param>
internal sealed record RunRequest(string Capture, string Baseline, string Output)
{
    /// <summary>The monitor file; null when the other values suffice.</summary>
    public string? Monitor { get; init; }

    /// <summary>The kind of monitor, and what the command line says of it.</summary>
    public KindRequest Kind { get; init; } = new();

    /// <summary>The span of event time; null for what the monitor's schedule says, and without a monitor for every event.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>How the data are encoded.</summary>
    public InputFormat Format { get; init; } = InputFormat.Capture;

    /// <summary>Whose judgement to follow; null for the monitor's, or the default.</summary>
    public Compatibility? Compatibility { get; init; }

    /// <summary>How many shards are read at once.</summary>
    public int Threads { get; init; } = 1;
}
