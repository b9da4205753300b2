namespace ModelMonitor.Cli.Options;

/// <summary>The words of <c>--method</c>: a method, or all of them.</summary>
internal enum ComparedBy
{
    /// <summary>The distance less what small samples may differ by.</summary>
    Robust,

    /// <summary>The plain distance.</summary>
    Simple,

    /// <summary>The p-value of a chi-squared test.</summary>
    ChiSquared,

    /// <summary>All of them, each for itself.</summary>
    All,
}
