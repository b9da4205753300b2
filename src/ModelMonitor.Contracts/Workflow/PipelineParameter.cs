using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>A parameter of a SageMaker pipeline, as its API spells it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record PipelineParameter(
    [property: JsonPropertyName("Name")] string Name,
    [property: JsonPropertyName("Value")] string Value);
