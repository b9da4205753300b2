namespace ModelMonitor.Bias;

/// <summary>Whether a metric is worse than it may be.</summary>
/// <param name="Violation">What is wrong; null when nothing is, or when it was not judged.</param>
/// <param name="Reason">Why it was not judged; null when it was.</param>
internal readonly record struct BiasJudgement(string? Violation, string? Reason)
{
    public static BiasJudgement Fine => default;

    public static BiasJudgement NotJudged(string reason) => new(null, reason);
}
