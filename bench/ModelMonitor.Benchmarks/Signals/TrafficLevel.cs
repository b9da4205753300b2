namespace ModelMonitor.Benchmarks.Signals;

/// <summary>A number of rows an hour, and how much of it is simulated.</summary>
/// <param name="Rows">Rows an hour.</param>
/// <param name="Baselines">Training sets drawn.</param>
/// <param name="CleanHours">Hours without drift against each.</param>
/// <param name="Trials">Times that each change is watched until it is seen.</param>
/// <param name="MostWindows">How long it is watched for.</param>
internal sealed record TrafficLevel(int Rows, int Baselines, int CleanHours, int Trials, int MostWindows)
{
    public static IReadOnlyList<TrafficLevel> All { get; } =
    [
        new(50, 6, 1_000, 20, 200),
        new(500, 6, 1_000, 20, 100),
        new(5_000, 4, 250, 10, 30),
        new(50_000, 4, 250, 4, 10),
    ];
}
