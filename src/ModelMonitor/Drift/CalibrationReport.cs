namespace ModelMonitor.Drift;

/// <summary>What a baseline's drift tests do at a level of traffic.</summary>
/// <param name="Rows">Rows of a window.</param>
/// <param name="WindowsPerMonth">Windows of a month.</param>
/// <param name="Stated">The most false alarms of a month.</param>
/// <param name="Expected">Those that simulated windows without drift give.</param>
/// <param name="Features">What is seen of each column.</param>
public sealed record CalibrationReport(
    long Rows, double WindowsPerMonth, double Stated, double Expected, IReadOnlyList<FeatureSensitivity> Features)
{
    /// <summary>How many windows <see cref="Expected"/> was counted in.</summary>
    public required int CleanWindows { get; init; }

    /// <summary>The least that so many windows leave possible, at 95 %.</summary>
    public required double ExpectedLow { get; init; }

    /// <summary>The most.</summary>
    public required double ExpectedHigh { get; init; }
}
