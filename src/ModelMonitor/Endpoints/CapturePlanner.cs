using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Runs;

namespace ModelMonitor.Endpoints;

/// <summary>Compares an endpoint's configuration with what its monitors say, and makes the copy that captures it.</summary>
public static class CapturePlanner
{
    private const int LongestName = 63;
    private const int HashLength = 16;

    /// <summary>Tags of AWS's own, such as CloudFormation's, cannot be given by others.</summary>
    private const string ReservedTag = "aws:";

    /// <summary>Plans the change of an endpoint's configuration.</summary>
    /// <param name="present">The configuration that the endpoint uses.</param>
    /// <param name="tags">Its tags, as <c>ListTags</c> answers them; null for none.</param>
    /// <param name="settings">What the monitors say.</param>
    /// <exception cref="ConfigurationException">The endpoint cannot capture what the monitors say.</exception>
    public static CapturePlan Plan(EndpointConfiguration present, JsonArray? tags, CaptureSettings settings)
    {
        IReadOnlyList<CaptureChange> changes = DataCapture.Compare(present.Capture, settings);
        if (changes.Count == 0)
        {
            return new CapturePlan(present.Name, changes);
        }

        if (present.ServerlessVariants.FirstOrDefault() is { } serverless)
        {
            throw new ConfigurationException(
                present.Name,
                "$.ProductionVariants",
                $"the variant '{serverless}' is serverless, of which SageMaker captures nothing; use instances, or remove configureEndpoint.");
        }

        if (present.ExecutionRole is { } role && !settings.ExecutionRoles.Contains(role, StringComparer.Ordinal))
        {
            throw new ConfigurationException(
                present.Name,
                "$.ExecutionRoleArn",
                $"a copy of this configuration passes on the role {role}; allow it by \"executionRole\" in the monitor's section capture, and deploy.");
        }

        JsonObject configuration = present.CopyWith(DataCapture.Create(present.Capture, settings), Copy(tags));
        string name = NameOf(settings.Endpoint, configuration);
        configuration.Insert(0, EndpointConfiguration.NameField, name);
        return new CapturePlan(present.Name, changes) { Name = name, Configuration = configuration };
    }

    /// <summary>The same content has the same name, so that doing it again makes nothing new.</summary>
    private static string NameOf(string endpoint, JsonObject configuration)
    {
        string hash = new Fingerprint().Add(endpoint).Add(configuration.ToJsonString()).ToString()[..HashLength];
        int room = LongestName - ConfiguredEndpoints.ConfigurationPrefix.Length - HashLength - 1;
        return $"{ConfiguredEndpoints.ConfigurationPrefix}{endpoint[..Math.Min(endpoint.Length, room)].TrimEnd('-')}-{hash}";
    }

    private static JsonArray Copy(JsonArray? tags) =>
    [
        .. (tags ?? []).OfType<JsonObject>()
            .Where(tag => EndpointConfiguration.TextOf(tag, "Key") is { } key && !key.StartsWith(ReservedTag, StringComparison.OrdinalIgnoreCase))
            .Select(tag => tag.DeepClone()),
    ];
}
