using System.IO.Hashing;

namespace ModelMonitor.Profiling;

/// <summary>Which record of which event a row is: what ground truth is joined on.</summary>
/// <remarks>
/// Ids come from callers and may have any length, so that a hash of 128 bits stands for them: of ten billion ids
/// two are alike with a probability below 2e-19.
/// </remarks>
/// <param name="Id">The hash of the event's id; 0 when it has none.</param>
/// <param name="Record">The number of the record within its event, from 0.</param>
public readonly record struct EventKey(UInt128 Id, int Record = 0)
{
    /// <summary>Whether the event has an id.</summary>
    public bool IsPresent => Id != default;

    /// <summary>The key of a record of the event with an id, UTF-8; of an empty one, that of none.</summary>
    public static EventKey Of(ReadOnlySpan<byte> id, int record = 0) => new(id.IsEmpty ? default : XxHash128.HashToUInt128(id), record);
}
