namespace ModelMonitor.Baselines;

/// <summary>What is imported, and for which monitor.</summary>
/// <param name="Monitor">The monitor's name.</param>
/// <param name="Source">How the user named the place, for messages and the manifest.</param>
/// <param name="Constraints">The content of <c>constraints.json</c>.</param>
/// <param name="Statistics">The content of <c>statistics.json</c>; null leaves drift out.</param>
/// <param name="MadeBy">Who imports it.</param>
/// <param name="ModelVersion">The version of the model it belongs to; null when nobody says.</param>
public sealed record BaselineImport(
    string Monitor, string Source, byte[] Constraints, byte[]? Statistics, string MadeBy, string? ModelVersion = null);
