using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Drift;

/// <summary>One of the tests of a window.</summary>
/// <param name="Method">The method.</param>
/// <param name="Measurement">What it measured.</param>
/// <param name="PValue">The p-value of this test alone.</param>
/// <param name="Floor">The effect from which a change matters.</param>
/// <param name="Reason">Why this method.</param>
internal sealed record DriftTest(DriftMethod Method, DriftMeasurement Measurement, double PValue, double Floor, string Reason)
{
    /// <summary>The column's place.</summary>
    public int Index { get; init; }

    /// <summary>Whether it is of missing cells, besides the test of the distribution.</summary>
    public bool IsOfMissing { get; init; }

    /// <summary>The p-value by the spread that was learnt.</summary>
    public double WidenedPValue { get; init; } = PValue;

    /// <summary>The decision, given the p-value corrected over all tests.</summary>
    public DriftDecision Decide(double corrected, double rate) => new(
        Method.Id, Measurement.Statistic, corrected, rate, Measurement.Effect, Floor, Measurement.Bound, Reason)
    {
        OwnPValue = IsOfMissing ? null : PValue,
        MissingPValue = IsOfMissing ? PValue : null,
    };
}
