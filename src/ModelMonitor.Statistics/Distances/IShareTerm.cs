namespace ModelMonitor.Statistics.Distances;

/// <summary>One bin's part of a divergence.</summary>
/// <remarks>
/// Every term here is convex in both shares together, at least 0, and 0 where they are equal: so over a rectangle of
/// possible shares it is largest, and unless the two can be equal smallest, at a corner. That gives the bounds.
/// </remarks>
internal interface IShareTerm
{
    /// <summary>The term; 0 where it would be infinite.</summary>
    static abstract double Of(double current, double reference);
}
