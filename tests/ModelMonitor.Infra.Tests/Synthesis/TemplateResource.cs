using System.Text.Json.Nodes;

namespace ModelMonitor.Infra.Tests.Synthesis;

/// <summary>A resource of a template.</summary>
internal sealed class TemplateResource(string id, JsonObject resource)
{
    public string Id => id;

    public string Type => resource["Type"]!.GetValue<string>();

    public string? DeletionPolicy => resource["DeletionPolicy"]?.GetValue<string>();

    public JsonObject Properties => resource["Properties"]?.AsObject() ?? [];

    public override string ToString() => $"{Type} {Id}";

    /// <summary>The property at a path of names; null when it is absent.</summary>
    public JsonNode? At(params IEnumerable<string> path) =>
        path.Aggregate((JsonNode?)Properties, (node, name) => (node as JsonObject)?[name]);

    /// <summary>The property as the text of its JSON; empty when it is absent.</summary>
    public string TextAt(params IEnumerable<string> path) => At(path) is { } node ? JsonText.Of(node) : "";

    /// <summary>Whether the JSON of the property names a resource.</summary>
    public static bool Refers(JsonNode? node, string id) =>
        node is not null && (JsonText.Of(node).Contains($"\"{id}\"", StringComparison.Ordinal));
}
