using System.Text.Json.Serialization;

namespace ModelMonitor.Rules;

/// <summary>What became of a rule or a script in a run.</summary>
/// <param name="Name">The rule's name; <c>preprocess</c> or <c>postprocess</c> for the scripts.</param>
/// <param name="Over">What it looked at: <c>profile</c>, <c>row</c> or <c>history</c>; null for scripts.</param>
/// <param name="Severity">How much a violation matters.</param>
/// <param name="Violated">Whether it was violated, or could not be evaluated.</param>
public sealed record RuleFinding(string Name, string? Over, string Severity, bool Violated)
{
    /// <summary>What the monitor says of a violation; null for nothing.</summary>
    public string? Message { get; init; }

    /// <summary>What went wrong in it; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>Rows for which it is true; null unless it is over rows.</summary>
    public long? Passed { get; init; }

    /// <summary>Rows for which it is false.</summary>
    public long? Failed { get; init; }

    /// <summary>Rows for which it could not be told.</summary>
    public long? Errors { get; init; }

    /// <summary>Some of the rows for which it is not true.</summary>
    public IReadOnlyList<RuleSample>? Samples { get; init; }

    /// <summary>What its violation says; null where there is none.</summary>
    [JsonIgnore]
    public string? Description { get; init; }
}
