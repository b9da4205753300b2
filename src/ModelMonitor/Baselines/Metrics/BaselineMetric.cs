using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Baselines.Metrics;

/// <summary>One number of a baseline that is made of metrics: of model quality, bias or attributions.</summary>
/// <param name="Group">What it is of: the facet with its value, or the label that is explained; empty for the model as a whole.</param>
/// <param name="Name">The metric, or the feature whose global attribution it is.</param>
/// <param name="Value">Its value, of bias also infinite; null when there is none.</param>
public sealed record BaselineMetric(string Group, string Name, double? Value)
{
    /// <summary>The lower end of its confidence interval; null when the file has none.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end.</summary>
    public double? High { get; init; }

    /// <summary>What windows are compared with; null when they are not, or with the value itself.</summary>
    public double? Threshold { get; init; }

    /// <summary>When a window violates the threshold; null where there is none.</summary>
    public ComparisonOperator? Operator { get; init; }

    /// <summary>Why there is no value, in the file's words; null when there is one, or the file does not say.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether windows are compared with it.</summary>
    public bool IsDemanded => Threshold is not null || Group.Length > 0;

    /// <summary>Whether a value violates the threshold, even with chance on its side: the better end of its interval counts, where it has one.</summary>
    internal bool IsViolatedBy(BaselineMetric other) => Threshold is { } threshold && other.Value is { } value && Operator switch
    {
        ComparisonOperator.LessThanThreshold => (other.High ?? value) < threshold,
        ComparisonOperator.GreaterThanThreshold => (other.Low ?? value) > threshold,
        _ => false,
    };
}
