namespace ModelMonitor.Baselines;

/// <summary>What became of a training set.</summary>
/// <param name="Version">The version of the baseline that is made of it.</param>
/// <param name="Current">The version that runs use now; null when none was ever promoted.</param>
/// <param name="Built">The baseline; null when its version was there already.</param>
public sealed record BaselineBuild(string Version, string? Current, BuiltBaseline? Built)
{
    /// <summary>Whether the version waits for a person to promote it.</summary>
    public bool Waits { get; init; }
}
