using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Rules;

/// <summary>An expression that has been found to be one that rules may use.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Scope">What it looks at.</param>
/// <param name="Columns">The columns of a row that it names; null when it may look at any.</param>
/// <param name="Span">How far back it looks into the history.</param>
internal sealed record RuleExpression(string Source, RuleScope Scope, IReadOnlyList<string>? Columns, TimeSpan Span)
{
    /// <summary>What is run: <see cref="Source"/>, with the series that are arguments marked as such.</summary>
    public required string Code { get; init; }
}
