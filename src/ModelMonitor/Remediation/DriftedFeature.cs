namespace ModelMonitor.Remediation;

/// <summary>A feature that drifted.</summary>
/// <param name="Name">Its name, which comes from traffic.</param>
/// <param name="Distance">How far it is from the baseline.</param>
/// <param name="Threshold">How far it may be.</param>
/// <param name="Since">The start of the first of the consecutive windows, among the last ones, in which it drifted.</param>
public sealed record DriftedFeature(string Name, double Distance, double Threshold, DateTimeOffset Since);
