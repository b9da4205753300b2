using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelMonitor.Endpoints;

/// <summary>An endpoint configuration as SageMaker's <c>DescribeEndpointConfig</c> answers it, from outside: nothing about it is certain.</summary>
public sealed class EndpointConfiguration
{
    internal const string NameField = "EndpointConfigName";
    internal const string CaptureField = "DataCaptureConfig";

    /// <summary>What the answer says and <c>CreateEndpointConfig</c> does not take. All else is copied, fields of years to come included.</summary>
    private static readonly string[] AnsweredOnly = ["EndpointConfigArn", "CreationTime", "Tags", NameField, CaptureField];

    private static readonly string[] VariantFields = ["ProductionVariants", "ShadowProductionVariants"];

    private readonly JsonObject _document;

    private EndpointConfiguration(JsonObject document, string name)
    {
        _document = document;
        Name = name;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The ARN of its execution role; null for none, which is usual.</summary>
    public string? ExecutionRole => TextOf(_document, "ExecutionRoleArn");

    /// <summary>The present capture; null for none.</summary>
    internal JsonObject? Capture => _document[CaptureField] as JsonObject is { Count: > 0 } capture ? capture : null;

    /// <summary>The names of variants without instances of their own, of which SageMaker captures nothing.</summary>
    internal IEnumerable<string> ServerlessVariants =>
        from name in VariantFields
        from variant in (_document[name] as JsonArray)?.OfType<JsonObject>() ?? []
        where variant["ServerlessConfig"] is JsonObject
        select TextOf(variant, "VariantName") ?? "?";

    /// <summary>Reads an answer.</summary>
    /// <param name="source">The file or event it is from, for messages.</param>
    /// <param name="utf8">The answer.</param>
    /// <exception cref="ConfigurationException">It is none.</exception>
    public static EndpointConfiguration Read(string source, ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonNode.Parse(utf8) is JsonObject document
                && TextOf(document, NameField) is { Length: > 0 } name
                && document["ProductionVariants"] is JsonArray { Count: > 0 }
                    ? new EndpointConfiguration(document, name)
                    : throw new ConfigurationException(
                        source, "$", $"expected the answer of DescribeEndpointConfig, with {NameField} and ProductionVariants.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // The second is a doubled key.
            throw new ConfigurationException(source, "$", "expected JSON, the answer of DescribeEndpointConfig.");
        }
    }

    /// <summary>The input of <c>CreateEndpointConfig</c> for a copy that captures otherwise, but for its name.</summary>
    internal JsonObject CopyWith(JsonObject capture, JsonArray tags)
    {
        JsonObject copy = [];
        foreach ((string field, JsonNode? value) in _document)
        {
            // SageMaker refuses empty lists where it has none to tell.
            if (!AnsweredOnly.Contains(field, StringComparer.Ordinal) && value is not (null or JsonArray { Count: 0 }))
            {
                copy.Add(field, value.DeepClone());
            }
        }

        copy.Add(CaptureField, capture);
        if (tags.Count > 0)
        {
            copy.Add("Tags", tags);
        }

        return copy;
    }

    internal static string? TextOf(JsonObject parent, string field) =>
        parent[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
