using System.Globalization;
using System.IO.Hashing;

namespace ModelMonitor.Runs.Reports;

/// <summary>A file of a report, as its record names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Hash">The XXH128 hash of its content, 32 hexadecimal digits.</param>
public sealed record ReportDocument(string Name, long Size, string Hash)
{
    /// <summary>Describes a file.</summary>
    public static ReportDocument Of(string name, ReadOnlySpan<byte> content) => new(
        name, content.Length, XxHash128.HashToUInt128(content).ToString("x32", CultureInfo.InvariantCulture));
}
