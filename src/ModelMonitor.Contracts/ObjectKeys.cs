using System.Globalization;

namespace ModelMonitor.Contracts;

/// <summary>Every key in the artifacts store, and where captures lie. Nothing else composes keys.</summary>
/// <remarks>Times are UTC. Keys of one monitor sort by time within their folder.</remarks>
public static class ObjectKeys
{
    /// <summary>The current data's statistics, in a report's folder; the baseline's, in a baseline's.</summary>
    public const string Statistics = "statistics.json";

    /// <summary>The current data's suggested constraints, in a report's folder; the baseline's, in a baseline's.</summary>
    public const string Constraints = "constraints.json";

    /// <summary>The violations, in a report's folder; under SageMaker compatibility absent when there are none.</summary>
    public const string ConstraintViolations = "constraint_violations.json";

    /// <summary>The run's own record, in a report's folder: written last, it is the mark that the report is whole.</summary>
    public const string Run = "run.json";

    /// <summary>The folder of a report, ending in a slash.</summary>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="scheduled">The hour the run is scheduled for, which is the end of its window.</param>
    public static string ReportFolder(string endpoint, string monitor, DateTimeOffset scheduled) =>
        $"{ReportsOf(endpoint, monitor)}{HourFolder(scheduled)}";

    /// <summary>What all keys of a monitor's reports start with.</summary>
    public static string ReportsOf(string endpoint, string monitor) => $"reports/{endpoint}/{monitor}/";

    /// <summary>The plan of the run over the window that begins at a time.</summary>
    public static string Plan(string monitor, DateTimeOffset windowStart) => $"{RunFolder(monitor, windowStart)}plan.json";

    /// <summary>The folder of what a run notes down between its steps, ending in a slash.</summary>
    public static string RunFolder(string monitor, DateTimeOffset windowStart) =>
        string.Create(CultureInfo.InvariantCulture, $"runs/{monitor}/{windowStart.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}/");

    /// <summary>The state of a shard.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="hash">A hash of all that the state depends on, in lowercase hexadecimal digits.</param>
    public static string State(string monitor, string hash) => $"{StatesOf(monitor)}{hash}.state";

    /// <summary>What all keys of a monitor's shard states start with.</summary>
    public static string StatesOf(string monitor) => $"states/{monitor}/";

    /// <summary>What all keys of a monitor's baselines start with.</summary>
    public static string BaselinesOf(string monitor) => $"baselines/{monitor}/";

    /// <summary>The folder of a version of a baseline, ending in a slash.</summary>
    public static string BaselineFolder(string monitor, string version) => $"{BaselinesOf(monitor)}{version}/";

    /// <summary>The folder where an endpoint's variant writes the captures of an hour, ending in a slash.</summary>
    /// <param name="prefix">The capture destination: empty, or ending in a slash.</param>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="hour">Any instant of the hour.</param>
    public static string CaptureHour(string prefix, string endpoint, string variant, DateTimeOffset hour) =>
        $"{CapturesOf(prefix, endpoint, variant)}{HourFolder(hour)}";

    /// <summary>What all keys of a variant's captures start with.</summary>
    public static string CapturesOf(string prefix, string endpoint, string variant) => $"{prefix}{endpoint}/{variant}/";

    private static string HourFolder(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy'/'MM'/'dd'/'HH'/'", CultureInfo.InvariantCulture);
}
