using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Cli.Validation;

/// <summary>Says of a drift method that a monitor names for all its columns which of them it does not fit.</summary>
internal static class DriftNotes
{
    /// <summary>The notes; none where the method fits numbers and texts.</summary>
    public static IReadOnlyList<string> Of(MonitorDefinition monitor)
    {
        if (monitor.DataQuality is not { Drift: { Calibrated: true } drift } || DriftMethods.Find(drift.Method) is not { } method)
        {
            return [];
        }

        bool fitsNumbers = (method.Inputs & (DriftInputs.Numbers | DriftInputs.Moments)) != DriftInputs.None;
        bool fitsTexts = method.Inputs.HasFlag(DriftInputs.Categories);
        return (fitsNumbers, fitsTexts) switch
        {
            (true, true) => [],
            (true, false) => [$"dataQuality.drift.method: {method.Id} is of numbers; columns of texts are compared as by auto."],
            (false, true) => [$"dataQuality.drift.method: {method.Id} is of categories; columns of numbers are compared as by auto."],
            _ => [$"dataQuality.drift.method: {method.Id} looks at missing cells alone; no change of the values is drift."],
        };
    }
}
