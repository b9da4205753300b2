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
    public static AlarmDefinition FailedRuns(IQueue queue) => Letters(
        "FailedRuns", "Runs failed and wait among the dead letters.", MetricGuide.OfFailures, queue);

    /// <summary>Dead letters: events that reached nobody, or whose function failed for good.</summary>
    public static AlarmDefinition FailedEvents(IQueue queue) => Letters(
        "FailedEvents",
        "Events were not delivered, or what they were for failed on them: a run or a retraining did not start, the end of one was not recorded, a baseline was not made, or an endpoint was not had capture.",
        "a training set without a monitor or without a row, monitors that say different things of an endpoint, or a permission that was taken away",
        queue);

    /// <summary>Executions that did not end well.</summary>
    /// <param name="machine">The state machine.</param>
    /// <param name="prefix">What the names of its alarms start with, where there are several.</param>
    /// <param name="runbook">What to do.</param>
    public static IEnumerable<AlarmDefinition> Of(
        StateMachine machine, string prefix = "", string runbook = RunbookAnchors.ExecutionFailed) =>
    [
        AtLeast(prefix + "ExecutionsFailed", $"An execution of {NameOf(prefix)} failed.", "a run or a change in it that failed, which its own alarm or notice tells more of", runbook, machine.MetricFailed(Sums), 1, 1),
        AtLeast(prefix + "ExecutionsTimedOut", $"An execution of {NameOf(prefix)} took too long.", "a backlog of windows, or functions that are throttled", runbook, machine.MetricTimedOut(Sums), 1, 1),
        AtLeast(prefix + "ExecutionsAborted", $"An execution of {NameOf(prefix)} was stopped.", "a person who stopped it", runbook, machine.MetricAborted(Sums), 1, 1),
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
                "a wrong configuration, a permission that is missing, an object too large for its memory or time, or S3 that asks for less",
                RunbookAnchors.FunctionErrors,
                function.Function.MetricErrors(Sums),
                ErrorsOfOneTask,
                1),
            AtLeast(
                name + "Throttles",
                string.Create(CultureInfo.InvariantCulture, $"The function {name} was throttled in three periods of {PeriodMinutes} minutes on end."),
                "more maxConcurrency of all monitors together than the account's concurrency leaves",
                RunbookAnchors.FunctionErrors,
                function.Function.MetricThrottles(Sums),
                1,
                3),
        ];
    }

    /// <summary>Remediations that were not decided, recorded or told of, and errors of its functions; none where there is no remediation.</summary>
    public static IEnumerable<AlarmDefinition> Of(Remediation? remediation) => remediation is null ? [] :
    [
        OfRemediation("Failed", "failed: an alarm may have started nothing, or somebody was not told.", "a permission that was taken away, or a topic that is gone or that a key encrypts", remediation.StateMachine.MetricFailed(Sums)),
        OfRemediation("TimedOut", "took longer than any retraining may: its end may not be recorded.", "functions that were throttled or switched off for a day", remediation.StateMachine.MetricTimedOut(Sums)),
        OfRemediation("Aborted", "was stopped: nobody is told if the retraining it started does not end.", "a person who stopped it", remediation.StateMachine.MetricAborted(Sums)),
        .. remediation.Functions.SelectMany(Of),
    ];

    private static AlarmDefinition OfRemediation(string end, string meaning, string causes, IMetric metric) => AtLeast(
        "Remediation" + end, "An execution of the remediation " + meaning, causes, RunbookAnchors.Remediation, metric, 1, 1);

    private static string NameOf(string prefix) => prefix.Length == 0 ? "the state machine" : $"the state machine {prefix}";

    private static AlarmDefinition Letters(string id, string meaning, string causes, IQueue queue) => AtLeast(
        id, meaning, causes, RunbookAnchors.DeadLetters, queue.MetricApproximateNumberOfMessagesVisible(Maxima), 1, 1);

    private static AlarmDefinition AtLeast(
        string id, string meaning, string causes, string runbook, IMetric metric, double threshold, int periods) => new()
    {
        Id = id,
        Meaning = meaning,
        Causes = causes,
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
