namespace ModelMonitor.Bias;

/// <summary>A row that the flip test may look at.</summary>
internal sealed class SampledRow
{
    /// <summary>The features, in the order of the sample's names; NaN for missing, infinite for text. May be shorter than the names.</summary>
    public required double[] Values { get; init; }

    /// <summary>The class of each facet.</summary>
    public required byte[] Facets { get; init; }

    /// <summary>The code of the prediction.</summary>
    public required byte Prediction { get; init; }

    /// <summary>How often the row occurs.</summary>
    public long Count { get; set; }

    /// <summary>A feature; NaN when the row has none.</summary>
    public double this[int feature] => feature < Values.Length ? Values[feature] : double.NaN;
}
