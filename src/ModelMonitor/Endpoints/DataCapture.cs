using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;

namespace ModelMonitor.Endpoints;

/// <summary>SageMaker's <c>DataCaptureConfig</c>: what of it differs from what monitors say, and the one that does not.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DataCaptureConfig.html. What the monitors do not say stays as it is.</remarks>
/// <param name="present">The present one; null for none.</param>
/// <param name="wanted">What the monitors say.</param>
internal sealed class DataCapture(JsonObject? present, CaptureSettings wanted)
{
    private const string Both = "InputAndOutput";
    private const int FullSampling = 100;

    private readonly List<CaptureChange> _changes = [];

    /// <summary>What differs, in the order of the fields; empty when nothing does.</summary>
    public static IReadOnlyList<CaptureChange> Compare(JsonObject? present, CaptureSettings wanted) =>
        new DataCapture(present, wanted).Compare();

    /// <summary>The capture that the monitors ask for.</summary>
    public static JsonObject Create(JsonObject? present, CaptureSettings wanted) => new DataCapture(present, wanted).Create();

    private bool IsEnabled => present?["EnableCapture"] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    private int? PresentSampling =>
        present?["InitialSamplingPercentage"] is JsonValue value && value.TryGetValue(out double percent) ? (int)percent : null;

    private int Sampling => wanted.SamplingPercentage ?? PresentSampling ?? FullSampling;

    private bool SaysContentTypes => wanted.CsvContentTypes.Count + wanted.JsonContentTypes.Count > 0;

    private List<CaptureChange> Compare()
    {
        Add("EnableCapture", present is null ? null : IsEnabled ? "true" : "false", "true");
        Add("InitialSamplingPercentage", Text(PresentSampling), Text(Sampling)!);
        Add("DestinationS3Uri", PresentText("DestinationS3Uri")?.TrimEnd('/'), wanted.DestinationUri);
        if (wanted.KmsKey is { } key && !IsKey(PresentText("KmsKeyId"), key))
        {
            Add("KmsKeyId", PresentText("KmsKeyId"), key);
        }

        Add("CaptureOptions", PresentModes(), string.Join(", ", wanted.Options));
        if (SaysContentTypes)
        {
            Add("CsvContentTypes", PresentTypes("CsvContentTypes"), Text(wanted.CsvContentTypes));
            Add("JsonContentTypes", PresentTypes("JsonContentTypes"), Text(wanted.JsonContentTypes));
        }

        return _changes;
    }

    private JsonObject Create()
    {
        JsonObject capture = new()
        {
            ["EnableCapture"] = true,
            ["InitialSamplingPercentage"] = Sampling,
            ["DestinationS3Uri"] = wanted.DestinationUri,
        };
        if ((wanted.KmsKey ?? PresentText("KmsKeyId")) is { Length: > 0 } key)
        {
            capture["KmsKeyId"] = key;
        }

        capture["CaptureOptions"] = new JsonArray(
            [.. wanted.Options.Select(mode => new JsonObject { ["CaptureMode"] = mode.ToString() })]);
        if (SaysContentTypes)
        {
            JsonObject header = [];
            AddTypes(header, "CsvContentTypes", wanted.CsvContentTypes);
            AddTypes(header, "JsonContentTypes", wanted.JsonContentTypes);
            capture["CaptureContentTypeHeader"] = header;
        }
        else if (present?["CaptureContentTypeHeader"] is JsonObject { Count: > 0 } header)
        {
            capture["CaptureContentTypeHeader"] = header.DeepClone();
        }

        return capture;
    }

    private void Add(string field, string? has, string wants)
    {
        if ((has ?? "") != wants)
        {
            _changes.Add(new CaptureChange(field, has, wants));
        }
    }

    private string? PresentText(string field) => present is null ? null : EndpointConfiguration.TextOf(present, field);

    /// <summary>The modes in the enumeration's order; <c>InputAndOutput</c> is both.</summary>
    private string? PresentModes()
    {
        if (present?["CaptureOptions"] is not JsonArray options)
        {
            return null;
        }

        string[] words = [.. options.OfType<JsonObject>().Select(option => EndpointConfiguration.TextOf(option, "CaptureMode")).OfType<string>()];
        return string.Join(
            ", ", Enum.GetValues<CaptureMode>().Where(mode => words.Contains(mode.ToString()) || words.Contains(Both)));
    }

    private string? PresentTypes(string field) =>
        (present?["CaptureContentTypeHeader"] as JsonObject)?[field] is JsonArray types
            ? Text([.. types.Where(type => type?.GetValueKind() == JsonValueKind.String).Select(type => type!.GetValue<string>())])
            : null;

    private static void AddTypes(JsonObject header, string field, IReadOnlyList<string> types)
    {
        if (types.Count > 0)
        {
            header[field] = new JsonArray([.. types.Select(type => JsonValue.Create(type))]);
        }
    }

    private static string Text(IReadOnlyList<string> types) => string.Join(", ", types.Order(StringComparer.Ordinal));

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A key may stand there by its ARN or by its bare id.</summary>
    private static bool IsKey(string? present, string arn) =>
        present is { Length: > 0 } && (present == arn || arn.EndsWith(":key/" + present, StringComparison.Ordinal));
}
