using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelMonitor.Infra.Tests.Synthesis;

/// <summary>JSON as text without needless escapes; of a string, the string itself.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(Options);

    /// <summary>A text that CloudFormation joins of pieces, each intrinsic function being left out for a word.</summary>
    public static string Joined(JsonNode node) => node is JsonObject { Count: 1 } join && join["Fn::Join"] is JsonArray parts
        ? string.Concat(parts[1]!.AsArray().Select(part => part!.GetValueKind() == JsonValueKind.String ? part.GetValue<string>() : "REFERENCE"))
        : Of(node);

    /// <summary>A value or a list of values, as a list.</summary>
    public static IEnumerable<JsonNode> List(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => array.Select(item => item!),
        _ => [node],
    };
}
