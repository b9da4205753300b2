using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>What people are told of a metric that one of a monitor's own alarms watches.</summary>
/// <param name="Causes">What usually moves it.</param>
/// <param name="Runbook">The heading of the runbook: one of <see cref="RunbookAnchors"/>.</param>
internal sealed record MetricGuide(string Causes, string Runbook)
{
    /// <summary>What usually breaks constraints.</summary>
    public const string OfViolations =
        "a release of the client or the preprocessing, a unit or an encoding that changed, customers who did, or a baseline that has grown old";

    /// <summary>What usually makes rows unreadable.</summary>
    public const string OfUnreadableRows =
        "a content type that captures keep as BASE64, rows with other columns than the baseline's, or foreign files among the captures";

    /// <summary>What usually ends captures.</summary>
    public const string OfNoData = "no traffic, captures switched off by a new endpoint configuration, or captures that go elsewhere";

    /// <summary>What usually fails runs.</summary>
    public const string OfFailures = "a baseline that is missing, captures that the functions may not read or decrypt, or an object too large for a function";

    /// <summary>What usually keeps runs from completing.</summary>
    public const string OfMissingRuns = "a rule that is switched off, runs that fail, functions that are throttled, or a first deployment whose first window is not over";

    /// <summary>What usually keeps labels away.</summary>
    public const string OfMissingLabels =
        "labels that are collected later than closesAfter waits, or go elsewhere, or ids that are not those of the captures";

    /// <summary>What usually makes a model worse.</summary>
    public const string OfModel = "inputs that changed, a world that did, a release of the model, or labels that are wrong";

    private const string OfGrowth = "traffic that grew, or a maxConcurrency that is small for it";

    /// <summary>The guide for a metric.</summary>
    public static MetricGuide Of(string metric) => metric switch
    {
        MetricNames.Violations => new(OfViolations, RunbookAnchors.Violations),
        MetricNames.UnreadableRows => new(OfUnreadableRows, RunbookAnchors.UnreadableRows),
        MetricNames.NoData => new(OfNoData, RunbookAnchors.CapturesStopped),
        MetricNames.RunFailed => new(OfFailures, RunbookAnchors.RunFailed),
        MetricNames.RunCompleted => new(OfMissingRuns, RunbookAnchors.NoRunCompleted),
        MetricNames.LabelledShare => new(OfMissingLabels, RunbookAnchors.LabelsMissing),
        MetricNames.Rows => new("traffic that stopped or grew, or another sampling percentage of the captures", RunbookAnchors.OwnAlarm),
        MetricNames.CaptureLagSeconds => new("captures that stopped within the window", RunbookAnchors.OwnAlarm),
        MetricNames.LateObjects => new("captures that are written later than settleDelay waits", RunbookAnchors.OwnAlarm),
        MetricNames.PublicationFailures => new("pages or exports that could not be written", RunbookAnchors.OwnAlarm),
        MetricNames.RunSeconds or MetricNames.CostUsd => new(OfGrowth, RunbookAnchors.OwnAlarm),
        _ when metric.StartsWith(MetricNames.FeatureDriftPrefix, StringComparison.Ordinal) => new(OfViolations, RunbookAnchors.Drift),
        _ when QualityMetricNames.IsKnown(metric) || BiasMetricNames.IsPublished(metric) || metric == MetricNames.AttributionGain => new(OfModel, RunbookAnchors.OwnAlarm),
        _ when metric.StartsWith(MetricNames.FeatureNonNullPrefix, StringComparison.Ordinal) => new(
            "a source upstream that went missing, or a client that leaves the field out", RunbookAnchors.Completeness),
        _ => new("a unit or an encoding that changed, or customers who did", RunbookAnchors.OwnAlarm),
    };
}
