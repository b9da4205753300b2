using System.Text.Json;

namespace ModelMonitor.Infra.Configuration;

/// <summary>Reads the context that the CDK command line hands to an app.</summary>
internal static class ContextReader
{
    private const string Variable = "CDK_CONTEXT_JSON";
    private const string OverflowVariable = "CONTEXT_OVERFLOW_LOCATION_ENV";

    /// <summary>Reads it from the process's environment; empty when the app was not started by the command line.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Read()
    {
        Dictionary<string, JsonElement> context = new(StringComparer.Ordinal);
        string? overflow = Environment.GetEnvironmentVariable(OverflowVariable);
        Add(context, overflow is null ? null : File.ReadAllText(overflow));
        Add(context, Environment.GetEnvironmentVariable(Variable));
        return context;
    }

    private static void Add(Dictionary<string, JsonElement> context, string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            context[property.Name] = property.Value.Clone();
        }
    }
}
