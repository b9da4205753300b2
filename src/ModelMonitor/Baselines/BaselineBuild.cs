namespace ModelMonitor.Baselines;

/// <summary>What became of a training set.</summary>
/// <param name="Version">The version of the baseline that is made of it.</param>
/// <param name="Current">The version that runs use now.</param>
/// <param name="Built">The baseline; null when its version was there already.</param>
public sealed record BaselineBuild(string Version, string Current, BaselineResult? Built);
