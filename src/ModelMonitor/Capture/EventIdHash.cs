using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Hashes the ids of events as they stand in JSON, so that an id is the same however it is escaped.</summary>
internal static class EventIdHash
{
    private const int MostOnStack = 512;

    /// <summary>The hash of the id of a captured event: the caller's where there is one, else the endpoint's; the default for none.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> line, in CaptureRecord record) =>
        record.InferenceId is { IsPresent: true, Length: > 0 } own ? Of(line, own)
            : record.EventId.IsPresent ? Of(line, record.EventId) : default;

    /// <summary>The hash of a JSON string; one that is no text is hashed as it is written.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> line, JsonSlice slice)
    {
        ReadOnlySpan<byte> text = slice.Of(line);
        if (!slice.IsEscaped)
        {
            return EventKey.Of(text).Id;
        }

        Span<byte> plain = text.Length <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[text.Length];
        return EventKey.Of(JsonText.TryUnescape(text, plain, out int length) ? plain[..length] : text).Id;
    }
}
