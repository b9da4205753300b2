using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using Constructs;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>Makes alarms of definitions, with the runbook in their description and topics to notify.</summary>
internal sealed class AlarmSet : Construct
{
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="definitions">The alarms.</param>
    /// <param name="runbookUrl">The page of the runbook, without anchor.</param>
    /// <param name="topics">What is notified.</param>
    public AlarmSet(
        Construct scope, string id, IEnumerable<AlarmDefinition> definitions, string runbookUrl, IReadOnlyList<ITopic> topics)
        : base(scope, id)
    {
        SnsAction[] actions = [.. topics.Select(topic => new SnsAction(topic))];
        Alarms = [.. definitions.Select(definition => Create(definition, runbookUrl, actions))];
    }

    /// <summary>The alarms, in the order of their definitions.</summary>
    public IReadOnlyList<Alarm> Alarms { get; }

    private Alarm Create(AlarmDefinition definition, string runbookUrl, SnsAction[] actions)
    {
        Alarm alarm = new(this, definition.Id, new AlarmProps
        {
            AlarmDescription = $"{definition.Meaning} What to do: {runbookUrl}#{definition.Runbook}",
            Metric = definition.Metric,
            ComparisonOperator = OperatorOf(definition.Comparison),
            Threshold = definition.Threshold,
            DatapointsToAlarm = definition.Periods,
            EvaluationPeriods = definition.Of,
            TreatMissingData = TreatmentOf(definition.MissingData),
        });
        alarm.AddAlarmAction(actions);
        return alarm;
    }

    private static ComparisonOperator OperatorOf(AlarmComparison comparison) => comparison switch
    {
        AlarmComparison.GreaterThanThreshold => ComparisonOperator.GREATER_THAN_THRESHOLD,
        AlarmComparison.GreaterThanOrEqualToThreshold => ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        AlarmComparison.LessThanThreshold => ComparisonOperator.LESS_THAN_THRESHOLD,
        AlarmComparison.LessThanOrEqualToThreshold => ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "no such comparison"),
    };

    private static TreatMissingData TreatmentOf(MissingDataTreatment treatment) => treatment switch
    {
        MissingDataTreatment.NotBreaching => TreatMissingData.NOT_BREACHING,
        MissingDataTreatment.Breaching => TreatMissingData.BREACHING,
        MissingDataTreatment.Ignore => TreatMissingData.IGNORE,
        MissingDataTreatment.Missing => TreatMissingData.MISSING,
        _ => throw new ArgumentOutOfRangeException(nameof(treatment), treatment, "no such treatment"),
    };
}
