using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>What a run has to read.</summary>
/// <param name="Objects">The objects, in ordinal order of their keys.</param>
/// <param name="Hours">By key, the hours of objects whose rows need not tell their time.</param>
/// <param name="Faults">What should be read and cannot be found, in the order met.</param>
internal sealed record RunInput(
    IReadOnlyList<StoredObject> Objects, IReadOnlyDictionary<string, DateTimeOffset> Hours, IReadOnlyList<UnreadableSample> Faults)
{
    /// <summary>The hour of an object; null when none is known.</summary>
    public DateTimeOffset? HourOf(string key) => Hours.TryGetValue(key, out DateTimeOffset hour) ? hour : null;
}
