namespace ModelMonitor.Documents;

/// <summary>Whether a distance allows for small samples (<c>comparison_method</c>).</summary>
public enum ComparisonMethod
{
    /// <summary>Less what two samples of one distribution may differ by: max(0, distance − 1.8·√((n + m) / (n·m))).</summary>
    Robust,

    /// <summary>The distance as it is.</summary>
    Simple,
}
