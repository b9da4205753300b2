using ModelMonitor.Constraints;
using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Pages;

/// <summary>Names the checks of <c>constraint_violations.json</c> for people.</summary>
internal static class CheckName
{
    /// <summary>The name of a check.</summary>
    public static string Of(string check) => check switch
    {
        CheckTypes.BaselineDrift => "Drift",
        CheckTypes.DataType => "Type",
        CheckTypes.Completeness => "Completeness",
        CheckTypes.CategoricalValues => "Categories",
        CheckTypes.MissingColumn => "Missing columns",
        CheckTypes.ExtraColumn => "Extra columns",
        CheckTypes.IsNonNegative => "Sign",
        CheckTypes.Range => "Range",
        CheckTypes.ExtremeValues => "Extreme values",
        CheckTypes.CustomRule => "Rule",
        _ => SafeText.Shorten(check.Replace('_', ' ')),
    };
}
