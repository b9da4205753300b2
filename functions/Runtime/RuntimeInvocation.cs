using System.Globalization;

namespace ModelMonitor.Functions.Runtime;

/// <summary>An event that Lambda hands out, and what it says about it.</summary>
/// <param name="RequestId">The id that the answer is posted under.</param>
/// <param name="TraceId">The X-Ray trace; null for none.</param>
/// <param name="Deadline">When Lambda ends the function; <see cref="DateTimeOffset.MaxValue"/> where it does not say so.</param>
/// <param name="Payload">The event.</param>
internal sealed record RuntimeInvocation(string RequestId, string? TraceId, DateTimeOffset Deadline, ReadOnlyMemory<byte> Payload)
{
    private static readonly long LatestMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The time that the header <c>Lambda-Runtime-Deadline-Ms</c> tells.</summary>
    public static DateTimeOffset ParseDeadline(string? header) =>
        long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds) && milliseconds <= LatestMilliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : DateTimeOffset.MaxValue;
}
