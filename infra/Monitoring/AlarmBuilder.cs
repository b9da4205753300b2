using System.Globalization;
using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>Makes alarms of definitions, whose description says what they mean, what usually causes them, and what to do.</summary>
/// <param name="runbookUrl">The page of the runbook, without anchor.</param>
internal sealed class AlarmBuilder(string runbookUrl)
{
    /// <summary>Makes one, that notifies nobody yet.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="definition">What it is.</param>
    /// <param name="name">Its name in CloudWatch; null for one that CloudFormation makes up.</param>
    /// <param name="page">The page of reports that shows more; null for none.</param>
    public Alarm Build(Construct scope, AlarmDefinition definition, string? name = null, string? page = null)
    {
        Alarm alarm = new(scope, definition.Id, new AlarmProps
        {
            AlarmName = name,
            AlarmDescription = Describe($"{definition.Meaning} Usual causes: {definition.Causes}.", definition.Runbook, page),
            Metric = definition.AnomalyDetection is { } width ? BandOf(definition.Metric, width) : definition.Metric,
            ComparisonOperator = OperatorOf(definition.Comparison),
            Threshold = definition.Threshold ?? 0,
            DatapointsToAlarm = definition.Periods,
            EvaluationPeriods = definition.Of,
            TreatMissingData = TreatmentOf(definition.MissingData),
        });
        if (definition.AnomalyDetection is not null)
        {
            CompareWithBand((CfnAlarm)alarm.Node.DefaultChild!);
        }

        return alarm;
    }

    /// <summary>The whole description: what is said, then where to look and what to do.</summary>
    public string Describe(string text, string runbook, string? page) =>
        $"{text}{(page is null ? "" : $" Report: {page}")} What to do: {runbookUrl}#{runbook}";

    private static MathExpression BandOf(IMetric metric, double width) => new(new MathExpressionProps
    {
        Expression = string.Create(CultureInfo.InvariantCulture, $"ANOMALY_DETECTION_BAND(value, {width})"),
        UsingMetrics = new Dictionary<string, IMetric>(StringComparer.Ordinal) { ["value"] = metric },
        Label = "expected",
        Period = ((Metric)metric).Period,
    });

    /// <summary>The library's alarm compares with numbers only. The first of its metrics is the band, the second what lies in it.</summary>
    private static void CompareWithBand(CfnAlarm alarm)
    {
        alarm.AddPropertyOverride("Metrics.0.Id", "band");
        alarm.AddPropertyOverride("Metrics.1.ReturnData", true);
        alarm.AddPropertyOverride("ThresholdMetricId", "band");
        alarm.AddPropertyDeletionOverride("Threshold");
    }

    private static ComparisonOperator OperatorOf(AlarmComparison comparison) => comparison switch
    {
        AlarmComparison.GreaterThanThreshold => ComparisonOperator.GREATER_THAN_THRESHOLD,
        AlarmComparison.GreaterThanOrEqualToThreshold => ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        AlarmComparison.LessThanThreshold => ComparisonOperator.LESS_THAN_THRESHOLD,
        AlarmComparison.LessThanOrEqualToThreshold => ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
        AlarmComparison.GreaterThanUpperThreshold => ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD,
        AlarmComparison.LessThanLowerThreshold => ComparisonOperator.LESS_THAN_LOWER_THRESHOLD,
        AlarmComparison.LessThanLowerOrGreaterThanUpperThreshold => ComparisonOperator.LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD,
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
