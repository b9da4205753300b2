using ModelMonitor.Statistics;

namespace ModelMonitor.Documents;

/// <summary>Reads <c>statistics.json</c>.</summary>
internal static class StatisticsReader
{
    /// <summary>The most levels a sketch can have before the weight of an item outgrows a count of rows.</summary>
    private const int MaximumLevels = 40;

    public static StatisticsDocument Read(JsonPlace root)
    {
        root.Optional("version")?.Number();
        long rows = root.Required("dataset").Required("item_count").Count();
        FeatureNames names = new();
        return new StatisticsDocument(rows, root.Required("features").Items(feature => ReadFeature(feature, names)));
    }

    private static FeatureStatistics ReadFeature(JsonPlace feature, FeatureNames names) => new(
        names.Read(feature.Required("name")),
        InferredTypeWord.Read(feature.Required("inferred_type")),
        feature.Optional("numerical_statistics") is { } numerical ? ReadNumerical(numerical) : null,
        feature.Optional("string_statistics") is { } text ? ReadString(text) : null);

    private static NumericalStatistics ReadNumerical(JsonPlace statistics)
    {
        JsonPlace common = statistics.Required("common");
        return new NumericalStatistics(
            common.Required("num_present").Count(),
            common.Required("num_missing").Count(),
            statistics.Required("mean").Number(),
            statistics.Required("sum").Number(),
            statistics.Required("std_dev").NumberIn(0.0, double.PositiveInfinity),
            statistics.Required("min").Number(),
            statistics.Required("max").Number(),
            statistics.Optional("distribution")?.Optional("kll") is { } kll ? ReadKll(kll) : null)
        {
            ApproximateDistinctValues = statistics.Optional("approximate_num_distinct_values")?.Count(),
            Completeness = statistics.Optional("completeness")?.NumberIn(0.0, 1.0),
        };
    }

    private static StringStatistics ReadString(JsonPlace statistics)
    {
        JsonPlace common = statistics.Required("common");
        return new StringStatistics(
            common.Required("num_present").Count(),
            common.Required("num_missing").Count(),
            statistics.Required("distinct_count").NumberIn(0.0, double.PositiveInfinity),
            statistics.Optional("distribution")?.Optional("categorical")?.Optional("buckets")?.Items(ReadCategory))
        {
            Completeness = statistics.Optional("completeness")?.NumberIn(0.0, 1.0),
        };
    }

    private static CategoryCount ReadCategory(JsonPlace bucket) =>
        new(bucket.Required("value").Text(), bucket.Required("count").Count());

    private static KllDistribution ReadKll(JsonPlace kll) => new(
        kll.Optional("buckets")?.Items(ReadBucket) ?? [],
        kll.Optional("sketch") is { } sketch ? ReadSketch(sketch) : null);

    private static KllBucket ReadBucket(JsonPlace bucket) => new(
        bucket.Required("lower_bound").Number(),
        bucket.Required("upper_bound").Number(),
        bucket.Required("count").NumberIn(0.0, double.PositiveInfinity));

    private static KllSketchBuffers ReadSketch(JsonPlace sketch)
    {
        JsonPlace? parameters = sketch.Optional("parameters");
        JsonPlace data = sketch.Required("data");
        List<double[]> levels = data.Items(level => level.Numbers());
        if (levels.Count > MaximumLevels)
        {
            throw data.Unexpected(FormattableString.Invariant($"at most {MaximumLevels} levels"));
        }

        return Weight(levels) <= StateReader.MaximumCount
            ? new KllSketchBuffers(
                parameters?.Optional("c")?.Number() ?? KllSketch.DefaultC,
                parameters?.Optional("k")?.Number() ?? KllSketch.DefaultK,
                levels)
            : throw data.Unexpected(FormattableString.Invariant($"items that stand for at most {StateReader.MaximumCount} numbers"));
    }

    /// <summary>How many numbers the items stand for.</summary>
    private static double Weight(List<double[]> levels)
    {
        double weight = 0.0;
        for (int h = 0; h < levels.Count; h++)
        {
            weight += Math.ScaleB(levels[h].Length, h);
        }

        return weight;
    }
}
