namespace ModelMonitor.Statistics.Drift;

/// <summary>The method that <c>auto</c> stands for in one comparison.</summary>
/// <param name="Method">The method.</param>
/// <param name="Reason">Why this one: a sentence.</param>
public sealed record MethodChoice(DriftMethod Method, string Reason);
