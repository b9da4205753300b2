namespace ModelMonitor.Statistics.Drift;

/// <summary>How many cells of one side of a comparison hold a value.</summary>
/// <param name="Present">Cells with a value, at least 0.</param>
/// <param name="Missing">Cells without one, at least 0.</param>
public readonly record struct SampleCompleteness(long Present, long Missing)
{
    /// <summary>The completeness of a profile.</summary>
    public static SampleCompleteness Of(CompletenessState state) => new(state.Present, state.Missing);
}
