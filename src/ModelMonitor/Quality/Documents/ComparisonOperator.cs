namespace ModelMonitor.Quality.Documents;

/// <summary>When a metric violates its threshold, in SageMaker's words; equal to it, it never does.</summary>
public enum ComparisonOperator
{
    /// <summary>When it is below.</summary>
    LessThanThreshold,

    /// <summary>When it is above.</summary>
    GreaterThanThreshold,
}
