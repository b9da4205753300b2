using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Reports.Pages;

/// <summary>What pages say of kinds of monitors.</summary>
internal static class KindWords
{
    private static readonly string[] Others = [MonitorKindNames.ModelQuality, MonitorKindNames.Bias, MonitorKindNames.Attribution];

    /// <summary>Whether a kind looks at features, and not at metrics of the model; so do kinds that nobody knows.</summary>
    public static bool HasFeatures(string kind) => !Others.Contains(kind, StringComparer.Ordinal);

    /// <summary>The place of a kind among the monitors of one file.</summary>
    public static int Order(string kind) => Array.IndexOf(Others, kind) + 1;

    /// <summary>The name that the file of a monitor gives: that of its monitor of data quality.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="kind">Its kind.</param>
    public static string FileOf(string monitor, string kind) =>
        !HasFeatures(kind) && monitor.EndsWith($"-{kind}", StringComparison.Ordinal) ? monitor[..^(kind.Length + 1)] : monitor;

    /// <summary>The kind in words: <c>model quality</c>.</summary>
    public static string Of(string kind) => kind.Replace('-', ' ');
}
