using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ModelMonitor.Contracts.Metrics;

/// <summary>Makes names that CloudWatch accepts of names that hold whatever a feature is called.</summary>
/// <remarks>
/// CloudWatch takes 1 to 255 printable ASCII characters, and such a name stays as it is. In any other, what is
/// not printable ASCII becomes an underscore, and <c>~</c> with 16 digits of a hash of the whole name is put
/// behind it, the name being cut to make room. A name that already ends like that is treated as any other, so
/// no name is ever given to two features, but for two that share a beginning and 64 bits of SHA-256.
/// </remarks>
public static class MetricName
{
    private const char Mark = '~';
    private const int HashDigits = 16;

    /// <summary>The name under which a metric is published, and alarms and dashboards find it.</summary>
    public static string ToPublished(string name)
    {
        if (name.Length is > 0 and <= MetricLimits.NameLength && name.All(IsAccepted) && !IsMarked(name))
        {
            return name;
        }

        string kept = name.Length <= MetricLimits.NameLength - HashDigits - 1 ? name : name[..(MetricLimits.NameLength - HashDigits - 1)];
        string cleaned = string.Create(kept.Length, kept, static (target, source) =>
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = IsAccepted(source[i]) ? source[i] : '_';
            }
        });
        byte[] hash = SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan()));
        return $"{cleaned}{Mark}{Convert.ToHexStringLower(hash, 0, HashDigits / 2)}";
    }

    private static bool IsAccepted(char character) => character is >= ' ' and <= '~';

    private static bool IsMarked(string name) =>
        name.Length > HashDigits && name[^(HashDigits + 1)] == Mark && name[^HashDigits..].All(char.IsAsciiHexDigitLower);
}
