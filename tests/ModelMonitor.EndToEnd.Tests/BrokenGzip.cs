using System.IO.Compression;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>A gzip file that breaks off, as an upload does.</summary>
internal static class BrokenGzip
{
    public static byte[] Create()
    {
        byte[] content = new byte[10_000];
        new Random(Seed: 7).NextBytes(content);
        using MemoryStream buffer = new();
        using (GZipStream gzip = new(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return buffer.ToArray()[..5_000];
    }
}
