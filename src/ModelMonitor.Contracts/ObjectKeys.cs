using System.Globalization;
using ModelMonitor.Contracts.History;

namespace ModelMonitor.Contracts;

/// <summary>Every key in the artifacts store, and where captures lie. Nothing else composes keys.</summary>
/// <remarks>Times are UTC. Keys of one monitor sort by time within their folder.</remarks>
public static class ObjectKeys
{
    /// <summary>The current data's statistics, in a report's folder; the baseline's, in a baseline's.</summary>
    public const string Statistics = "statistics.json";

    /// <summary>The current data's suggested constraints, in a report's folder; the baseline's, in a baseline's.</summary>
    public const string Constraints = "constraints.json";

    /// <summary>Clarify's analysis of bias or attributions: the current data's in a report's folder, the baseline's in a baseline's.</summary>
    public const string Analysis = "analysis.json";

    /// <summary>The violations, in a report's folder; under SageMaker compatibility absent when there are none.</summary>
    public const string ConstraintViolations = "constraint_violations.json";

    /// <summary>The run's own record, in a report's folder: written last, it is the mark that the report is whole.</summary>
    public const string Run = "run.json";

    /// <summary>What a run will read and how, without the pieces of work, in a plan's folder.</summary>
    public const string Plan = "plan.json";

    /// <summary>The pieces of work of a plan, in its folder: a JSON array whose items are the inputs of the functions that do them.</summary>
    public const string Shards = "shards.json";

    /// <summary>The objects with ground truth that a plan's shards join their rows with, in its folder: a JSON array.</summary>
    public const string Labels = "labels.json";

    /// <summary>A sample of the predictions that a plan's run found, and which of them had ground truth, in its folder.</summary>
    public const string PredictionSample = "predictions.state";

    /// <summary>The same sample with the ground truth that was seen since the run, in its folder.</summary>
    public const string LabelledSample = "labelled.state";

    /// <summary>Which objects with ground truth <see cref="LabelledSample"/> has seen, in its folder: eight bytes for each.</summary>
    public const string SeenLabels = "labelled.hashes";

    /// <summary>What a version of a baseline was made of, in its folder.</summary>
    public const string BaselineManifest = "baseline.json";

    /// <summary>What was simulated from a version of a baseline, beside it.</summary>
    public const string Calibration = "calibration.json";

    /// <summary>The name of the file that says that the training set of its folder is complete, as Spark writes it.</summary>
    public const string DatasetComplete = "_SUCCESS";

    /// <summary>The name of the file that says, in the folder of a training set, which model was trained on it.</summary>
    public const string DatasetModel = "_model.json";

    /// <summary>What the keys of all training sets start with.</summary>
    public const string Datasets = "datasets/";

    /// <summary>What the keys of all baselines start with.</summary>
    public const string Baselines = "baselines/";

    /// <summary>What the keys of all reports start with.</summary>
    public const string Reports = "reports/";

    /// <summary>What the keys of all predictions written together with their labels start with.</summary>
    public const string Merged = "merge/";

    /// <summary>What the keys of all plans and failures start with.</summary>
    public const string Runs = "runs/";

    /// <summary>What the keys of all remediations start with.</summary>
    public const string Remediations = "remediations/";

    /// <summary>What the keys of all shard states start with.</summary>
    public const string States = "states/";

    /// <summary>What the keys of all that is noted down about endpoints start with.</summary>
    public const string Endpoints = "endpoints/";

    /// <summary>What the keys of the stages of all monitors start with.</summary>
    public const string Stages = "stages/";

    /// <summary>What the keys of the history of all monitors' runs start with: a table of Parquet files, partitioned as Hive does.</summary>
    public const string History = "history/";

    /// <summary>What the keys of results of queries over the history start with.</summary>
    public const string QueryResults = "athena/";

    /// <summary>What the keys of the website, and of nothing else, start with. Its pages link to each other by relative addresses.</summary>
    public const string Site = "site/";

    /// <summary>The page of all monitors.</summary>
    public const string SiteIndex = Site + "index.html";

    /// <summary>The page that a server shows where there is none. It is the only one that must be served from the root of an address.</summary>
    public const string SiteMissing = Site + SiteMissingPath;

    /// <summary>The same, from the page of all monitors.</summary>
    public const string SiteMissingPath = "404.html";

    /// <summary>What the keys of the site's styles and scripts start with; their names hold a hash of their content.</summary>
    public const string SiteAssets = Site + "assets/";

    /// <summary>What the keys of what the page of all monitors is made of start with: one small file for each monitor.</summary>
    public const string SiteStates = Site + "data/states/";

    /// <summary>The key of a monitor's part of the page of all monitors.</summary>
    public static string SiteState(string monitor) => $"{SiteStates}{monitor}.json";

    /// <summary>The key of what a monitor's page is made of: a line for each of its runs.</summary>
    public static string SiteHistory(string monitor) => $"{Site}data/histories/{monitor}.json";

    /// <summary>The page of a monitor.</summary>
    public static string SiteMonitor(string monitor) => $"{Site}{SiteMonitorPath(monitor)}";

    /// <summary>The page of a monitor, from the page of all.</summary>
    public static string SiteMonitorPath(string monitor) => $"monitors/{monitor}/index.html";

    /// <summary>The page of a run.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="windowStart">The start of its window.</param>
    public static string SiteRun(string monitor, DateTimeOffset windowStart) =>
        $"{Site}monitors/{monitor}/{SiteRunPath(windowStart)}";

    /// <summary>The page of a run, from its monitor's page.</summary>
    public static string SiteRunPath(DateTimeOffset windowStart) => string.Create(
        CultureInfo.InvariantCulture, $"runs/{windowStart.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.html");

    /// <summary>The folder of a report, ending in a slash.</summary>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="scheduled">
    /// The time the run is scheduled for, which is the end of its window. As with SageMaker the folder is that of the hour;
    /// of a time within an hour it is one below it, by minute (and second), so that every window has its own.
    /// </param>
    public static string ReportFolder(string endpoint, string monitor, DateTimeOffset scheduled) =>
        $"{ReportsOf(endpoint, monitor)}{HourFolder(scheduled)}{MinuteFolder(scheduled.UtcDateTime)}";

    /// <summary>The files of a report besides <see cref="Run"/>, of whatever kind it is.</summary>
    public static IReadOnlyList<string> ReportDocuments { get; } = [Statistics, Constraints, ConstraintViolations, Analysis];

    /// <summary>What all keys of predictions written together with their labels start with, of a variant.</summary>
    public static string MergedOf(string endpoint, string variant) => $"{Merged}{endpoint}/{variant}/";

    /// <summary>What all keys of a monitor's reports start with.</summary>
    public static string ReportsOf(string endpoint, string monitor) => $"{Reports}{endpoint}/{monitor}/";

    /// <summary>What all keys of a monitor's plans and failures start with.</summary>
    public static string RunsOf(string monitor) => $"{Runs}{monitor}/";

    /// <summary>The folder of what runs over the window that begins at a time note down between their steps, ending in a slash.</summary>
    public static string RunFolder(string monitor, DateTimeOffset windowStart) =>
        string.Create(CultureInfo.InvariantCulture, $"{RunsOf(monitor)}{windowStart.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}/");

    /// <summary>The folder of a plan, ending in a slash.</summary>
    /// <param name="runFolder">What runs over its window note down.</param>
    /// <param name="fingerprint">The hash of everything its result depends on: equal plans have one folder.</param>
    public static string PlanFolder(string runFolder, string fingerprint) => $"{runFolder}{fingerprint}/";

    /// <summary>What the keys of the failures of runs start with.</summary>
    /// <param name="runFolder">What runs over their window note down, or <see cref="UnplannedFolder"/>.</param>
    public static string FailuresOf(string runFolder) => $"{runFolder}failures/";

    /// <summary>The key of a failure; those of one window sort by time.</summary>
    public static string Failure(string runFolder, DateTimeOffset time, string hash) => string.Create(
        CultureInfo.InvariantCulture, $"{FailuresOf(runFolder)}{time.UtcDateTime:yyyyMMdd'T'HHmmss.fff'Z'}-{hash}.json");

    /// <summary>The folder for failures of runs whose window nobody can tell, ending in a slash.</summary>
    public static string UnplannedFolder(string monitor) => $"{Runs}{monitor}/unplanned/";

    /// <summary>What all keys of a monitor's remediations start with.</summary>
    public static string RemediationsOf(string monitor) => $"{Remediations}{monitor}/";

    /// <summary>The record of an alarm's change and of what was done about it; those of a monitor sort by time.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="time">When the alarm changed.</param>
    /// <param name="hash">Tells apart alarms that change at once.</param>
    public static string Remediation(string monitor, DateTimeOffset time, string hash) => string.Create(
        CultureInfo.InvariantCulture, $"{RemediationsOf(monitor)}{time.UtcDateTime:yyyyMMdd'T'HHmmss.fff'Z'}-{hash}.json");

    /// <summary>What a monitor's remediations have started of late, and so what may be started next: moved by compare-and-swap.</summary>
    public static string RemediationHistory(string monitor) => $"{RemediationsOf(monitor)}history.json";

    /// <summary>What all keys of the states of a variant's shards start with: monitors of one endpoint share them.</summary>
    public static string StatesOf(string endpoint, string variant) => $"{States}{endpoint}/{variant}/";

    /// <summary>What the keys of a monitor's training sets start with. A file, or a folder with a file <see cref="DatasetComplete"/>, is one.</summary>
    public static string DatasetsOf(string monitor) => $"{Datasets}{monitor}/";

    /// <summary>What all keys of a monitor's baselines start with.</summary>
    public static string BaselinesOf(string monitor) => $"{Baselines}{monitor}/";

    /// <summary>The folder of a version of a baseline, ending in a slash.</summary>
    public static string BaselineFolder(string monitor, string version) => $"{BaselinesOf(monitor)}{version}/";

    /// <summary>The pointer to the version of a monitor's baseline that runs use.</summary>
    public static string CurrentBaseline(string monitor) => $"{BaselinesOf(monitor)}current.json";

    /// <summary>What all keys of what is noted down about an endpoint start with.</summary>
    public static string EndpointOf(string endpoint) => $"{Endpoints}{endpoint}/";

    /// <summary>What was last decided about an endpoint's capture, and the changes that were tried.</summary>
    public static string EndpointCapture(string endpoint) => $"{EndpointOf(endpoint)}capture.json";

    /// <summary>What all keys of a monitor's stages start with.</summary>
    public static string StagesOf(string monitor) => $"{Stages}{monitor}/";

    /// <summary>The stages that a monitor has gone through since its baseline is current.</summary>
    public static string StageProgress(string monitor) => $"{StagesOf(monitor)}progress.json";

    /// <summary>What all keys of a monitor's history start with.</summary>
    public static string HistoryOf(string monitor) => $"{History}{HistoryPartition(monitor)}";

    /// <summary>The file of the history that a run has: the run of the same kind over the same window has the same.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="kind">The kind of monitor, such as <c>data-quality</c>.</param>
    /// <param name="windowStart">The window's first instant, whose day is the partition.</param>
    /// <param name="windowEnd">The first instant after it.</param>
    public static string HistoryFile(string monitor, string kind, DateTimeOffset windowStart, DateTimeOffset windowEnd) =>
        History + HistoryFileName(monitor, kind, windowStart, windowEnd);

    /// <summary>The same, from the folder of the history on.</summary>
    public static string HistoryFileName(string monitor, string kind, DateTimeOffset windowStart, DateTimeOffset windowEnd) => string.Create(
        CultureInfo.InvariantCulture,
        $"{HistoryPartition(monitor)}{HistoryColumns.Date}={windowStart.UtcDateTime:yyyy-MM-dd}/{kind}-{windowStart.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{windowEnd.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.parquet");

    /// <summary>The folder where an endpoint's variant writes the captures of an hour, ending in a slash.</summary>
    /// <param name="prefix">The capture destination: empty, or ending in a slash.</param>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="hour">Any instant of the hour.</param>
    public static string CaptureHour(string prefix, string endpoint, string variant, DateTimeOffset hour) =>
        $"{CapturesOf(prefix, endpoint, variant)}{HourFolder(hour)}";

    /// <summary>The folder of an hour's captures together with their ground truth, as SageMaker's merge job names it, ending in a slash.</summary>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="hour">An instant of the hour.</param>
    public static string MergedFolder(string endpoint, string variant, DateTimeOffset hour) => $"{Merged}{endpoint}/{variant}/{HourFolder(hour)}";

    /// <summary>What all keys of a variant's captures start with.</summary>
    public static string CapturesOf(string prefix, string endpoint, string variant) => $"{prefix}{endpoint}/{variant}/";

    private static string HistoryPartition(string monitor) => $"{HistoryColumns.Monitor}={monitor}/";

    private static string MinuteFolder(DateTime time) => (time.Minute, time.Second) switch
    {
        (0, 0) => "",
        (_, 0) => time.ToString("mm'/'", CultureInfo.InvariantCulture),
        _ => time.ToString("mm'-'ss'/'", CultureInfo.InvariantCulture),
    };

    private static string HourFolder(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy'/'MM'/'dd'/'HH'/'", CultureInfo.InvariantCulture);
}
