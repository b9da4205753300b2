using ModelMonitor.Documents;

namespace ModelMonitor.Bias;

/// <summary>What <c>constraint_violations.json</c> of a bias monitor says.</summary>
/// <param name="Violations">The violations: post-training by name, then pre-training, facet by facet.</param>
public sealed record BiasViolationsDocument(IReadOnlyList<BiasViolation> Violations)
{
    /// <summary>Reads a file.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message has the place.</exception>
    public static BiasViolationsDocument Read(string source, ReadOnlyMemory<byte> utf8) => JsonPlace.Read(
        source,
        utf8,
        root => new BiasViolationsDocument(root.Required("violations").Items(violation => new BiasViolation(
            violation.Required("facet").Text(),
            violation.Required("facet_value").Scalar(),
            violation.Required("metric_name").Text(),
            violation.Required("description").Text()))));

    /// <summary>The file's content in Clarify's form.</summary>
    public byte[] ToUtf8() => ClarifyJson.Write(writer =>
    {
        writer.WriteString("version", "1.0");
        writer.WriteStartArray("violations");
        foreach (BiasViolation violation in Violations)
        {
            writer.WriteStartObject();
            writer.WriteString("facet", violation.Facet);
            writer.WriteString("facet_value", violation.FacetValue);
            writer.WriteString("metric_name", violation.Metric);
            writer.WriteString("constraint_check_type", BiasViolation.CheckType);
            writer.WriteString("description", violation.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
