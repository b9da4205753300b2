using ModelMonitor.Drift;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Reports.Wording;

/// <summary>Names methods for people.</summary>
public static class MethodName
{
    /// <summary>The name of a method of <c>run.json</c>.</summary>
    public static string Of(string? measure) => measure switch
    {
        nameof(DriftMeasure.NumericLInfinity) => "L-infinity, numbers",
        nameof(DriftMeasure.CategoricalLInfinity) => "L-infinity, categories",
        nameof(DriftMeasure.ChiSquaredPValue) => "chi-squared, p-value",
        null => "",
        _ => DriftMethods.Find(measure)?.Name ?? "",
    };
}
