namespace ModelMonitor.Capture;

/// <summary>Where in a line a JSON value is: of a string, what stands between its quotes.</summary>
/// <param name="Start">Its first byte; 0 when there is no such value (a line begins with a brace).</param>
/// <param name="Length">How many bytes.</param>
/// <param name="IsEscaped">Whether it is a string with escapes in it.</param>
internal readonly record struct JsonSlice(int Start, int Length, bool IsEscaped)
{
    /// <summary>Whether there is such a value.</summary>
    public bool IsPresent => Start > 0;

    /// <summary>The bytes of the value, escapes and all.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line) => line.Slice(Start, Length);
}
