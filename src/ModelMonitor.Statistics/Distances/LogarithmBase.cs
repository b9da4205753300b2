namespace ModelMonitor.Statistics.Distances;

/// <summary>The base of a logarithm, on which the size of a divergence depends.</summary>
public enum LogarithmBase
{
    /// <summary>Base 2: bits.</summary>
    Two,

    /// <summary>Base e: nats.</summary>
    E,
}
