using Amazon.CDK.AWS.CloudWatch;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>An alarm as data. Everything must be said, above all what missing data means.</summary>
internal sealed record AlarmDefinition
{
    /// <summary>The alarm's name among those of its scope, in letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>What it means, in a sentence for who is woken up by it.</summary>
    public required string Meaning { get; init; }

    /// <summary>The heading of the runbook that tells what to do: one of <see cref="RunbookAnchors"/>.</summary>
    public required string Runbook { get; init; }

    /// <summary>What it watches, with statistic and period.</summary>
    public required IMetric Metric { get; init; }

    /// <summary>How the value is compared with the threshold.</summary>
    public required AlarmComparison Comparison { get; init; }

    /// <summary>What the value is compared with.</summary>
    public required double Threshold { get; init; }

    /// <summary>How many periods must be beyond the threshold.</summary>
    public required int Periods { get; init; }

    /// <summary>Among how many periods.</summary>
    public required int Of { get; init; }

    /// <summary>What a period without a value counts as.</summary>
    public required MissingDataTreatment MissingData { get; init; }
}
