namespace ModelMonitor.Baselines;

/// <summary>What is imported, and for which monitor.</summary>
/// <param name="Monitor">The monitor's name.</param>
/// <param name="Documents">The files.</param>
/// <param name="Baseline">What they say: they have been read in full.</param>
/// <param name="MadeBy">Who imports it.</param>
/// <param name="ModelVersion">The version of the model it belongs to; null when nobody says.</param>
public sealed record BaselineImport(
    string Monitor, BaselineDocuments Documents, IBaseline Baseline, string MadeBy, string? ModelVersion = null);
