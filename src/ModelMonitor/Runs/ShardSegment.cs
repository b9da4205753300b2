using System.Text.Json.Serialization;
using ModelMonitor.Reading;

namespace ModelMonitor.Runs;

/// <summary>An object or a part of one. A part owns the lines that begin in it.</summary>
/// <param name="Key">The object.</param>
/// <param name="Size">The object's length in bytes when it was listed.</param>
/// <param name="ETag">The object's ETag when it was listed.</param>
/// <param name="Offset">Where the part starts.</param>
/// <param name="Length">How long it is.</param>
public sealed record ShardSegment(string Key, long Size, string ETag, long Offset, long Length)
{
    /// <summary>The hour of rows that do not tell their time; null when they belong to every window. Batch transforms only.</summary>
    public DateTimeOffset? Hour { get; init; }

    /// <summary>Whether this is the whole object.</summary>
    [JsonIgnore]
    public bool IsWhole => Offset == 0 && Length == Size;

    /// <summary>The part of the object; null for the whole.</summary>
    [JsonIgnore]
    internal ByteRange? Range => IsWhole ? null : new ByteRange(Offset, Length);
}
