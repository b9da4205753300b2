namespace ModelMonitor.Documents;

/// <summary>The distribution of a column of numbers: a histogram, and the sketch it was drawn from.</summary>
/// <param name="Buckets">Ten buckets of equal width in the files written here; any number in files read.</param>
/// <param name="Sketch">The sketch; null when the file has none, and then no drift can be computed.</param>
public sealed record KllDistribution(IReadOnlyList<KllBucket> Buckets, KllSketchBuffers? Sketch);
