namespace ModelMonitor.Contracts.Monitors;

/// <summary>Which columns are watched for a sudden cluster of extreme values.</summary>
/// <param name="Enabled">Whether any is.</param>
/// <param name="Columns">The columns; null for the model's first output, as <c>capture.outputColumnsPosition</c> places it among the baseline's columns.</param>
/// <param name="Significance">The chance of a false alarm in a window and column, above 0.</param>
public sealed record ExtremesSection(bool Enabled = true, IReadOnlyList<string>? Columns = null, double Significance = ExtremesSection.DefaultSignificance)
{
    /// <summary>Of an hourly monitor, one false alarm in fourteen months.</summary>
    public const double DefaultSignificance = 0.0001;

    private const double LeastSignificance = 1e-12;

    internal static ExtremesSection Read(SectionReader? section)
    {
        if (section is null)
        {
            return new ExtremesSection();
        }

        ExtremesSection read = new(
            section.ReadBoolean("enabled", true),
            section.Find("columns") is null ? null : section.ReadStrings("columns", name => name.Length > 0, "the name of a column"),
            section.ReadNumber("significance", LeastSignificance, 0.5) ?? DefaultSignificance);
        section.Finish();
        return read;
    }
}
