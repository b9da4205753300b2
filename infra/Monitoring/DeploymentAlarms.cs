using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Constructs;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>The alarms of what all monitors share: queues, the state machine, the functions.</summary>
internal static class DeploymentAlarms
{
    private const double PeriodMinutes = 5;

    /// <summary>One invocation and both of its repetitions: fewer errors are what retries are for.</summary>
    private const double ErrorsOfOneTask = 3;

    private static readonly MetricOptions Sums = new() { Period = Duration.Minutes(PeriodMinutes), Statistic = Stats.SUM };
    private static readonly MetricOptions Maxima = new() { Period = Duration.Minutes(PeriodMinutes), Statistic = Stats.MAXIMUM };

    /// <summary>Dead letters: runs that failed.</summary>
    public static AlarmDefinition FailedRuns(IQueue queue) => Letters("FailedRuns", "Runs failed and wait among the dead letters.", queue);

    /// <summary>Dead letters: events that reached nobody, or whose function failed for good.</summary>
    public static AlarmDefinition FailedEvents(IQueue queue) => Letters(
        "FailedEvents", "Events were not delivered, or the function they were for failed on them: a run did not start, or a baseline was not made.", queue);

    /// <summary>Executions that did not end well.</summary>
    public static IEnumerable<AlarmDefinition> Of(StateMachine machine) =>
    [
        AtLeast("ExecutionsFailed", "An execution of the state machine failed.", RunbookAnchors.ExecutionFailed, machine.MetricFailed(Sums), 1, 1),
        AtLeast("ExecutionsTimedOut", "An execution of the state machine took too long.", RunbookAnchors.ExecutionFailed, machine.MetricTimedOut(Sums), 1, 1),
        AtLeast("ExecutionsAborted", "An execution of the state machine was stopped.", RunbookAnchors.ExecutionFailed, machine.MetricAborted(Sums), 1, 1),
    ];

    /// <summary>Errors beyond what retries explain, and being throttled for longer than a moment.</summary>
    public static IEnumerable<AlarmDefinition> Of(MonitoringFunction function)
    {
        string name = function.Node.Id;
        return
        [
            AtLeast(
                name + "Errors",
                string.Create(CultureInfo.InvariantCulture, $"The function {name} failed {ErrorsOfOneTask} times or more within {PeriodMinutes} minutes."),
                RunbookAnchors.FunctionErrors,
                function.Function.MetricErrors(Sums),
                ErrorsOfOneTask,
                1),
            AtLeast(
                name + "Throttles",
                string.Create(CultureInfo.InvariantCulture, $"The function {name} was throttled in three periods of {PeriodMinutes} minutes on end."),
                RunbookAnchors.FunctionErrors,
                function.Function.MetricThrottles(Sums),
                1,
                3),
        ];
    }

    /// <summary>Remediations that were not decided, recorded or told of, and errors of its functions; none where there is no remediation.</summary>
    public static IEnumerable<AlarmDefinition> Of(Remediation? remediation) => remediation is null ? [] :
    [
        AtLeast("RemediationFailed", "An execution of the remediation failed.", RunbookAnchors.Remediation, remediation.StateMachine.MetricFailed(Sums), 1, 1),
        .. remediation.Functions.SelectMany(Of),
    ];

    private static AlarmDefinition Letters(string id, string meaning, IQueue queue) => AtLeast(
        id, meaning, RunbookAnchors.DeadLetters, queue.MetricApproximateNumberOfMessagesVisible(Maxima), 1, 1);

    private static AlarmDefinition AtLeast(string id, string meaning, string runbook, IMetric metric, double threshold, int periods) => new()
    {
        Id = id,
        Meaning = meaning,
        Runbook = runbook,
        Metric = metric,
        Comparison = AlarmComparison.GreaterThanOrEqualToThreshold,
        Threshold = threshold,
        Periods = periods,
        Of = periods,

        // AWS publishes these metrics only while something happens.
        MissingData = MissingDataTreatment.NotBreaching,
    };
}
