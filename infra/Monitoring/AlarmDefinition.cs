using Amazon.CDK.AWS.CloudWatch;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>An alarm as data. Everything must be said, above all what missing data means.</summary>
internal sealed record AlarmDefinition
{
    /// <summary>The alarm's name among those of its scope, by which it is told from the others.</summary>
    public required string Id { get; init; }

    /// <summary>What it means, in a sentence for who is woken up by it.</summary>
    public required string Meaning { get; init; }

    /// <summary>What usually causes it: the end of a sentence, without a full stop.</summary>
    public required string Causes { get; init; }

    /// <summary>The heading of the runbook that tells what to do: one of <see cref="RunbookAnchors"/>.</summary>
    public required string Runbook { get; init; }

    /// <summary>What it watches, with statistic and period.</summary>
    public required IMetric Metric { get; init; }

    /// <summary>How the value is compared with the threshold.</summary>
    public required AlarmComparison Comparison { get; init; }

    /// <summary>What the value is compared with; null when it is compared with the band of <see cref="AnomalyDetection"/>.</summary>
    public required double? Threshold { get; init; }

    /// <summary>How wide the band of anomaly detection is, in standard deviations to either side; null for a threshold.</summary>
    public double? AnomalyDetection { get; init; }

    /// <summary>How much it matters; the default is a warning.</summary>
    public AlarmSeverity Severity { get; init; } = AlarmSeverity.Warning;

    /// <summary>How many periods must be beyond the threshold.</summary>
    public required int Periods { get; init; }

    /// <summary>Among how many periods.</summary>
    public required int Of { get; init; }

    /// <summary>What a period without a value counts as.</summary>
    public required MissingDataTreatment MissingData { get; init; }
}
