using ModelMonitor.Documents;

namespace ModelMonitor.Quality.Documents;

/// <summary>What <c>constraint_violations.json</c> of model quality says.</summary>
/// <param name="Violations">The violations. SageMaker's order is arbitrary; ours is that of the constraints.</param>
public sealed record QualityViolationsDocument(IReadOnlyList<QualityViolation> Violations)
{
    /// <summary>Reads a file.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message has the place.</exception>
    public static QualityViolationsDocument Read(string source, ReadOnlyMemory<byte> utf8) => JsonPlace.Read(
        source, utf8, root => new QualityViolationsDocument(root.Required("violations").Items(violation => new QualityViolation(
            violation.Required("constraint_check_type").Text(),
            violation.Required("description").Text(),
            violation.Required("metric_name").Text()))));

    /// <summary>The file's content in SageMaker's form, without a newline at the end.</summary>
    public byte[] ToUtf8()
    {
        JacksonWriter writer = new();
        writer.BeginObject();
        writer.BeginArray("violations");
        foreach (QualityViolation violation in Violations)
        {
            writer.BeginObject();
            writer.Member("constraint_check_type", violation.CheckType);
            writer.Member("description", violation.Description);
            writer.Member("metric_name", violation.MetricName);
            writer.EndObject();
        }

        writer.EndArray();
        writer.EndObject();
        return writer.Written.ToArray();
    }
}
