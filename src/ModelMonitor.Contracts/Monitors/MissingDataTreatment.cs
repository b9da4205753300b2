namespace ModelMonitor.Contracts.Monitors;

/// <summary>What a period without a value counts as, in CloudWatch's words.</summary>
public enum MissingDataTreatment
{
    /// <summary>Within the threshold.</summary>
    NotBreaching,

    /// <summary>Beyond the threshold.</summary>
    Breaching,

    /// <summary>The alarm stays as it is.</summary>
    Ignore,

    /// <summary>The alarm has insufficient data.</summary>
    Missing,
}
