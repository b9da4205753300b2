namespace ModelMonitor.Documents;

/// <summary>What <c>constraint_violations.json</c> says of a dataset; written is data quality's, read that of any kind.</summary>
/// <param name="Violations">The violations. SageMaker's order is arbitrary; ours is that of the baseline's features.</param>
public sealed record ViolationsDocument(IReadOnlyList<Violation> Violations)
{
    /// <summary>Reads a file of any age.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message has the place.</exception>
    public static ViolationsDocument Read(string source, ReadOnlyMemory<byte> utf8) =>
        JsonPlace.Read(source, utf8, root => new ViolationsDocument(root.Required("violations").Items(ReadViolation)));

    /// <summary>The file's content, byte for byte in SageMaker's form, without a newline at the end.</summary>
    public byte[] ToUtf8()
    {
        JacksonWriter writer = new();
        writer.BeginObject();
        writer.BeginArray("violations");
        foreach (Violation violation in Violations)
        {
            writer.BeginObject();
            writer.Member("feature_name", violation.FeatureName);
            writer.Member("constraint_check_type", violation.CheckType);
            writer.Member("description", violation.Description);
            writer.EndObject();
        }

        writer.EndArray();
        writer.EndObject();
        return writer.Written.ToArray();
    }

    private static Violation ReadViolation(JsonPlace violation) => new(
        violation.Optional("feature_name")?.Text() ?? Metric(violation),
        violation.Required("constraint_check_type").Text(),
        violation.Required("description").Text());

    /// <summary>What the violation is of where it is no feature: a metric, and of which facet.</summary>
    private static string Metric(JsonPlace violation) =>
        violation.Optional("metric_name")?.Text() is not { } metric ? violation.Required("feature_name").Text()
        : violation.Optional("facet")?.Text() is not { } facet ? metric
        : $"{metric}, {facet} = {violation.Optional("facet_value")?.Text() ?? "?"}";
}
