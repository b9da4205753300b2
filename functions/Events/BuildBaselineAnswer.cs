using System.Text.Json.Serialization;

namespace ModelMonitor.Functions.Events;

/// <summary>What became of an object that was written: for the log and for whoever invokes the function by hand.</summary>
/// <param name="Status">One of <see cref="BuildBaselineStatus"/>.</param>
internal sealed record BuildBaselineAnswer([property: JsonPropertyName("status")] string Status)
{
    /// <summary>The object's key.</summary>
    [JsonPropertyName("key")]
    public required string Key { get; init; }

    /// <summary>Why it was ignored; null when it was not.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>The monitor whose baseline it is; null when it was ignored.</summary>
    [JsonPropertyName("monitor")]
    public string? Monitor { get; init; }

    /// <summary>The version made of it.</summary>
    [JsonPropertyName("version")]
    public string? Version { get; init; }

    /// <summary>The version that runs use now; null when none was ever promoted.</summary>
    [JsonPropertyName("current")]
    public string? Current { get; init; }

    /// <summary>Whether the version waits for a person to promote it.</summary>
    [JsonPropertyName("waits")]
    public bool? Waits { get; init; }

    /// <summary>The rows it was made of.</summary>
    [JsonPropertyName("rows")]
    public long? Rows { get; init; }

    /// <summary>What could not be read of them.</summary>
    [JsonPropertyName("unreadable")]
    public long? Unreadable { get; init; }
}
