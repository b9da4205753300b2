using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Endpoints;

/// <summary>Puts together what the monitors of an endpoint say of its capture.</summary>
/// <remarks>
/// An endpoint has one capture for all of its variants and monitors: where it goes to, and how, they must agree on, those
/// included that leave the endpoint alone and only read there. Of sampling percentages the highest serves everyone.
/// </remarks>
public static class CaptureSettingsBuilder
{
    /// <summary>What is in the place of a deployment's own bucket where there is no deployment.</summary>
    public const string Source = "monitors";

    /// <summary>Builds the settings of an endpoint.</summary>
    /// <param name="endpoint">Its name.</param>
    /// <param name="monitors">All monitors; those of other endpoints are passed over.</param>
    /// <param name="bucket">The bucket of monitors that name none.</param>
    /// <param name="stageOf">The stage that a monitor is in; null for one without stages.</param>
    /// <returns>The settings; null when no monitor has the endpoint configured.</returns>
    /// <exception cref="ConfigurationException">Two of its monitors contradict each other.</exception>
    public static CaptureSettings? Build(
        string endpoint, IEnumerable<MonitorDefinition> monitors, string bucket, Func<MonitorDefinition, MonitorStage?> stageOf)
    {
        MonitorDefinition[] watching = [.. monitors.Where(monitor => monitor.Endpoint == endpoint)];
        MonitorDefinition[] configuring = [.. watching.Where(monitor => monitor.Capture.ConfigureEndpoint)];
        if (configuring.Length == 0)
        {
            return null;
        }

        return new CaptureSettings(endpoint, Agreed(watching, "bucket and prefix", monitor => DestinationOf(monitor.Capture, bucket))!)
        {
            SamplingPercentage = configuring.Max(monitor => stageOf(monitor)?.SamplingPercentage ?? monitor.Capture.SamplingPercentage),
            Options = AgreedList(configuring, "options", monitor => monitor.Capture.Options),
            KmsKey = Agreed(watching, "kmsKey", monitor => monitor.Capture.KmsKey),
            CsvContentTypes = AgreedList(configuring, "contentTypes.csv", monitor => monitor.Capture.CsvContentTypes),
            JsonContentTypes = AgreedList(configuring, "contentTypes.json", monitor => monitor.Capture.JsonContentTypes),
            ExecutionRoles = [.. configuring.Select(monitor => monitor.Capture.ExecutionRole).OfType<string>().Distinct(StringComparer.Ordinal)],
            IsDryRun = configuring.Any(monitor => monitor.Capture.DryRun),
        };
    }

    private static string DestinationOf(CaptureSection capture, string bucket) =>
        $"s3://{capture.Bucket ?? bucket}/{capture.Prefix}".TrimEnd('/');

    private static IReadOnlyList<T> AgreedList<T>(
        MonitorDefinition[] monitors, string key, Func<MonitorDefinition, IReadOnlyList<T>> value)
    {
        Agreed(monitors, key, monitor => string.Join(", ", value(monitor)));
        return value(monitors[0]);
    }

    private static string? Agreed(MonitorDefinition[] monitors, string key, Func<MonitorDefinition, string?> value)
    {
        string? first = value(monitors[0]);
        foreach (MonitorDefinition other in monitors.Skip(1))
        {
            if (value(other) is var second && second != first)
            {
                throw new ConfigurationException(
                    Source,
                    $"$.capture.{key}",
                    $"{monitors[0].Name} says {Show(first)} and {other.Name} says {Show(second)}, but their endpoint "
                    + $"{other.Endpoint} has one capture for both; make them agree.");
            }
        }

        return first;
    }

    private static string Show(string? value) => value is null or "" ? "nothing" : $"'{value}'";
}
