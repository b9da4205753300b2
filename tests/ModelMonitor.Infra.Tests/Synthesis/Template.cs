using System.Text.Json.Nodes;

namespace ModelMonitor.Infra.Tests.Synthesis;

/// <summary>A CloudFormation template.</summary>
internal sealed class Template
{
    private readonly JsonObject _root;

    private Template(JsonObject root, string? path)
    {
        _root = root;
        Path = path;
    }

    /// <summary>Its file; null for one made of text.</summary>
    public string? Path { get; }

    /// <summary>All resources.</summary>
    public IEnumerable<TemplateResource> Resources =>
        _root["Resources"]!.AsObject().Select(resource => new TemplateResource(resource.Key, resource.Value!.AsObject()));

    /// <summary>The names of the outputs.</summary>
    public IEnumerable<string> Outputs => _root["Outputs"]!.AsObject().Select(output => output.Key);

    public static Template Load(string path) => new(JsonNode.Parse(File.ReadAllText(path))!.AsObject(), path);

    /// <summary>A template of the resources in a JSON text.</summary>
    public static Template OfResources(string json) =>
        new(new JsonObject { ["Resources"] = JsonNode.Parse(json)! }, path: null);

    public IEnumerable<TemplateResource> OfType(string type) =>
        Resources.Where(resource => string.Equals(resource.Type, type, StringComparison.Ordinal));

    public TemplateResource Find(string id) => Resources.Single(resource => string.Equals(resource.Id, id, StringComparison.Ordinal));
}
