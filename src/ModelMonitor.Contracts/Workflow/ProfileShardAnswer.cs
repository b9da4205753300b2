using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.ProfileShard"/> answers; its state is stored.</summary>
/// <param name="Rows">Rows profiled.</param>
/// <param name="Unreadable">Lines, rows and objects that could not be read.</param>
public sealed record ProfileShardAnswer(
    [property: JsonPropertyName("rows")] long Rows,
    [property: JsonPropertyName("unreadable")] long Unreadable);
