namespace ModelMonitor.Demo;

/// <summary>Writes events as an endpoint's data capture does: one compact JSON object on each line.</summary>
internal static class CaptureLine
{
    /// <summary>What stands between the rows of a payload: a line feed, escaped for JSON.</summary>
    public static ReadOnlySpan<byte> RowBreak => "\\n"u8;

    /// <summary>Appends one line.</summary>
    /// <param name="text">The file.</param>
    /// <param name="input">The request's CSV rows, escaped for JSON.</param>
    /// <param name="output">The response's CSV rows, escaped for JSON.</param>
    /// <param name="eventId">The event's id.</param>
    /// <param name="inferenceId">The id that the caller gave.</param>
    /// <param name="time">When it happened, to the second, UTC.</param>
    public static void Append(
        Utf8Text text, ReadOnlySpan<byte> input, ReadOnlySpan<byte> output, Guid eventId, long inferenceId, DateTimeOffset time)
    {
        text.Append("{\"captureData\":{\"endpointInput\":{\"observedContentType\":\"text/csv\",\"mode\":\"INPUT\",\"data\":\""u8);
        text.Append(input);
        text.Append("\",\"encoding\":\"CSV\"},\"endpointOutput\":{\"observedContentType\":\"text/csv; charset=utf-8\",\"mode\":\"OUTPUT\",\"data\":\""u8);
        text.Append(output);
        text.Append("\",\"encoding\":\"CSV\"}},\"eventMetadata\":{\"eventId\":\""u8);
        text.Append(eventId);
        text.Append("\",\"inferenceId\":\""u8);
        text.Append(inferenceId);
        text.Append("\",\"inferenceTime\":\""u8);
        text.Append(time.UtcDateTime, "yyyy-MM-ddTHH:mm:ssZ");
        text.Append("\"},\"eventVersion\":\"0\"}\n"u8);
    }
}
