using ModelMonitor.Bias;
using ModelMonitor.Documents;

namespace ModelMonitor.Attribution;

/// <summary>What <c>constraint_violations.json</c> of an attribution monitor says.</summary>
/// <param name="Violations">The violations, by label.</param>
public sealed record AttributionViolationsDocument(IReadOnlyList<AttributionViolation> Violations)
{
    /// <summary>Reads a file.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message has the place.</exception>
    public static AttributionViolationsDocument Read(string source, ReadOnlyMemory<byte> utf8) => JsonPlace.Read(
        source,
        utf8,
        root => new AttributionViolationsDocument(root.Required("violations").Items(violation => new AttributionViolation(
            violation.Required("label").Scalar(), violation.Required("description").Text()))));

    /// <summary>The file's content in Clarify's form.</summary>
    public byte[] ToUtf8() => ClarifyJson.Write(writer =>
    {
        writer.WriteString("version", "1.0");
        writer.WriteStartArray("violations");
        foreach (AttributionViolation violation in Violations)
        {
            writer.WriteStartObject();
            writer.WriteString("label", violation.Label);
            writer.WriteString("metric_name", AttributionViolation.MetricName);
            writer.WriteString("constraint_check_type", AttributionViolation.CheckType);
            writer.WriteString("description", violation.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
