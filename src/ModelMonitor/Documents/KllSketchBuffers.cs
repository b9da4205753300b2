using ModelMonitor.Statistics;

namespace ModelMonitor.Documents;

/// <summary>The buffers of a KLL sketch as <c>statistics.json</c> has them.</summary>
/// <param name="C">Shrinking factor of the levels' capacities.</param>
/// <param name="K">Size parameter.</param>
/// <param name="Levels">The items of each level, level 0 first; an item of level i stands for 2^i values.</param>
public sealed record KllSketchBuffers(double C, double K, IReadOnlyList<double[]> Levels)
{
    /// <summary>Copies the buffers of a sketch.</summary>
    public static KllSketchBuffers Of(KllSketch sketch)
    {
        double[][] levels = new double[sketch.LevelCount][];
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = sketch.GetLevel(i).ToArray();
        }

        return new KllSketchBuffers(sketch.C, sketch.K, levels);
    }

    /// <summary>The form that answers rank queries, for which the parameters do not matter.</summary>
    public SortedView ToSortedView() => new(KllSketch.FromLevels(Levels));
}
