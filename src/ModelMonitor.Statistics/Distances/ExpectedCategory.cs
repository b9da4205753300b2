namespace ModelMonitor.Statistics.Distances;

/// <summary>A category, or several put together, in a chi-square test.</summary>
/// <param name="Name">Its text; of several, that of the one the others were added to.</param>
/// <param name="Observed">How often it occurs now.</param>
/// <param name="Expected">How often it would occur if nothing had changed, above 0.</param>
internal readonly record struct ExpectedCategory(string Name, double Observed, double Expected);
