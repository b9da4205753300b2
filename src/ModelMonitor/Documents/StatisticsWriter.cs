namespace ModelMonitor.Documents;

/// <summary>Writes <c>statistics.json</c>, with the keys in SageMaker's order.</summary>
internal static class StatisticsWriter
{
    public static void Write(JacksonWriter writer, StatisticsDocument document)
    {
        writer.BeginObject();
        writer.Member("version", StatisticsDocument.CurrentVersion);
        writer.BeginObject("dataset");
        writer.Member("item_count", document.ItemCount);
        writer.EndObject();
        writer.BeginArray("features");
        foreach (FeatureStatistics feature in document.Features)
        {
            Write(writer, feature);
        }

        writer.EndArray();
        writer.EndObject();
    }

    private static void Write(JacksonWriter writer, FeatureStatistics feature)
    {
        writer.BeginObject();
        writer.Member("name", feature.Name);
        writer.Member("inferred_type", feature.InferredType.ToString());
        if (feature.Numerical is not null)
        {
            Write(writer, feature.Numerical);
        }

        if (feature.String is not null)
        {
            Write(writer, feature.String);
        }

        writer.EndObject();
    }

    private static void Write(JacksonWriter writer, NumericalStatistics statistics)
    {
        writer.BeginObject("numerical_statistics");
        WriteCommon(writer, statistics.Present, statistics.Missing);
        writer.Member("mean", statistics.Mean);
        writer.Member("sum", statistics.Sum);
        writer.Member("std_dev", statistics.StandardDeviation);
        writer.Member("min", statistics.Minimum);
        writer.Member("max", statistics.Maximum);
        if (statistics.ApproximateDistinctValues is long distinct)
        {
            writer.Member("approximate_num_distinct_values", distinct);
        }

        if (statistics.Completeness is double completeness)
        {
            writer.Member("completeness", completeness);
        }

        if (statistics.Distribution is not null)
        {
            writer.BeginObject("distribution");
            Write(writer, statistics.Distribution);
            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void Write(JacksonWriter writer, KllDistribution distribution)
    {
        writer.BeginObject("kll");
        writer.BeginArray("buckets");
        foreach (KllBucket bucket in distribution.Buckets)
        {
            writer.BeginObject();
            writer.Member("lower_bound", bucket.LowerBound);
            writer.Member("upper_bound", bucket.UpperBound);
            writer.Member("count", bucket.Count);
            writer.EndObject();
        }

        writer.EndArray();
        if (distribution.Sketch is not null)
        {
            Write(writer, distribution.Sketch);
        }

        writer.EndObject();
    }

    private static void Write(JacksonWriter writer, KllSketchBuffers sketch)
    {
        writer.BeginObject("sketch");
        writer.BeginObject("parameters");
        writer.Member("c", sketch.C);
        writer.Member("k", sketch.K);
        writer.EndObject();
        writer.BeginArray("data");
        foreach (double[] level in sketch.Levels)
        {
            writer.BeginArray();
            foreach (double item in level)
            {
                writer.Number(item);
            }

            writer.EndArray();
        }

        writer.EndArray();
        writer.EndObject();
    }

    private static void Write(JacksonWriter writer, StringStatistics statistics)
    {
        writer.BeginObject("string_statistics");
        WriteCommon(writer, statistics.Present, statistics.Missing);
        writer.Member("distinct_count", statistics.DistinctCount);
        if (statistics.Completeness is double completeness)
        {
            writer.Member("completeness", completeness);
        }

        if (statistics.Categories is not null)
        {
            writer.BeginObject("distribution");
            writer.BeginObject("categorical");
            writer.BeginArray("buckets");
            foreach (CategoryCount category in statistics.Categories)
            {
                writer.BeginObject();
                writer.Member("value", category.Value);
                writer.Member("count", category.Count);
                writer.EndObject();
            }

            writer.EndArray();
            writer.EndObject();
            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void WriteCommon(JacksonWriter writer, long present, long missing)
    {
        writer.BeginObject("common");
        writer.Member("num_present", present);
        writer.Member("num_missing", missing);
        writer.EndObject();
    }
}
