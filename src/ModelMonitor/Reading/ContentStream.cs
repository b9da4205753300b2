using System.IO.Compression;

namespace ModelMonitor.Reading;

/// <summary>Finds out by its first bytes whether an object is compressed, whatever its name says.</summary>
internal static class ContentStream
{
    // RFC 1952, 2.3.1: ID1 and ID2.
    private static ReadOnlySpan<byte> GzipMagic => [0x1f, 0x8b];

    // Without this switch of the process, a compressed object that breaks off reads as a shorter one. Our own
    // executables have it in their configuration; this is for those of others, as long as they inflated nothing before.
    static ContentStream() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", isEnabled: true);

    /// <summary>The content of a stream that stands at an object's beginning, inflated when that is gzip (also of several members).</summary>
    /// <remarks>
    /// Closing the result does not close <paramref name="stream"/>. Reading damaged content throws
    /// <see cref="InvalidDataException"/>.
    /// </remarks>
    /// <param name="stream">The object; need not be seekable.</param>
    /// <param name="isCompressed">Whether it was gzip.</param>
    public static Stream Open(Stream stream, out bool isCompressed)
    {
        byte[] start = new byte[GzipMagic.Length];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        isCompressed = start.AsSpan(0, length).SequenceEqual(GzipMagic);
        PrefixedStream whole = new(start.AsMemory(0, length), stream);
        return isCompressed ? new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true) : whole;
    }
}
