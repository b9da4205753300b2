using ModelMonitor.Aws.Storage;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Exports.History;
using ModelMonitor.Publishing;
using ModelMonitor.Reading;
using ModelMonitor.Reports;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Runs;

/// <summary>Carries out a request, window by window.</summary>
/// <param name="terminal">Shows progress; null shows none.</param>
/// <param name="time">Tells which window is due, and how long a run takes.</param>
internal sealed class RunExecutor(Terminal? terminal, TimeProvider time)
{
    private static readonly string[] ReportFiles = [.. ObjectKeys.ReportDocuments, ObjectKeys.Run];

    private static readonly IRunPublisher[] Publishers = [new SitePublisher(), new HistoryPublisher()];

    /// <summary>Runs all windows of a request; one that was done before is not done again.</summary>
    /// <exception cref="ConfigurationException">Something that the request names is missing or does not fit; nothing was written.</exception>
    public async Task<IReadOnlyList<RunResult>> ExecuteAsync(RunRequest request, CancellationToken cancellationToken)
    {
        PreparedRun prepared = await PreparedRun.PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        List<RunResult> results = [];
        foreach (TimeWindow? window in await prepared.FindWindowsAsync(time, cancellationToken).ConfigureAwait(false))
        {
            RunSettings settings = prepared.SettingsFor(window);
            RunRecord? earlier = await MonitoringRun.FindRecordAsync(settings, cancellationToken).ConfigureAwait(false);
            string title = window is null ? "reading" : Figures.Time(window.Start);
            RunRecord record = await ProgressBar.ShowAsync(terminal, title, progress =>
                prepared.Kind.ExecuteAsync(settings, time, progress, cancellationToken)).ConfigureAwait(false);
            RunResult result = await CollectAsync(
                request, settings, record, isRepeat: earlier is { IsDone: true } && earlier.StartedAt == record.StartedAt && earlier.Fingerprint == record.Fingerprint, cancellationToken).ConfigureAwait(false);
            results.Add(await PublishAsync(request, prepared, result, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private static async Task<RunResult> PublishAsync(
        RunRequest request, PreparedRun prepared, RunResult result, CancellationToken cancellationToken)
    {
        if (prepared.ToPublish(result.Record) is not { } run)
        {
            return result;
        }

        IReadOnlyList<PublishingFailure> failures = await RunPublishing.PublishAsync(Publishers, run, cancellationToken).ConfigureAwait(false);
        string page = ObjectKeys.SiteRun(result.Record.Monitor, result.Record.Window!.Start);
        return result with { Page = failures.Count == 0 ? StorePath.Combine(request.Output, page) : null, Unpublished = failures };
    }

    private static async Task<RunResult> CollectAsync(
        RunRequest request, RunSettings settings, RunRecord record, bool isRepeat, CancellationToken cancellationToken)
    {
        List<string> files = [];
        foreach (string name in record.Outcome == RunOutcome.NoData ? [ObjectKeys.Run] : ReportFiles)
        {
            if (await settings.Artifacts.FindAsync(settings.ReportPrefix + name, cancellationToken).ConfigureAwait(false) is not null)
            {
                files.Add(name);
            }
        }

        IReadOnlyList<Violation> violations = [];
        if (record.Violations > 0)
        {
            string key = settings.ReportPrefix + ObjectKeys.ConstraintViolations;
            byte[] content = await settings.Artifacts.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
            violations = ReportViolations.Read(record.Kind, key, content);
        }

        return new RunResult(record, isRepeat, StorePath.Combine(request.Output, settings.ReportPrefix), files, violations);
    }
}
