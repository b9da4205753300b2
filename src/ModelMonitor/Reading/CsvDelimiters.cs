using System.Runtime.Intrinsics;

namespace ModelMonitor.Reading;

/// <summary>Finds the bytes that structure CSV, 64 at a time.</summary>
/// <remarks>One method for each width of vector, and one for none; all give the same answer.</remarks>
internal static class CsvDelimiters
{
    /// <summary>How many bytes one search looks at.</summary>
    public const int BlockLength = 64;

    /// <summary>Looks at a block; bits stand for its bytes, the first byte's is the lowest.</summary>
    /// <param name="block">At least <see cref="BlockLength"/> bytes.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="others">A bit for each quote and newline.</param>
    /// <returns>A bit for each delimiter.</returns>
    public static ulong Find(ReadOnlySpan<byte> block, byte delimiter, out ulong others) =>
        Vector256.IsHardwareAccelerated ? Find256(block, delimiter, out others) : Find128(block, delimiter, out others);

    /// <summary><see cref="Find"/> by vectors of 32 bytes.</summary>
    public static ulong Find256(ReadOnlySpan<byte> block, byte delimiter, out ulong others)
    {
        ulong low = Find256(Vector256.Create(block), delimiter, out uint lowOthers);
        ulong high = Find256(Vector256.Create(block[32..]), delimiter, out uint highOthers);
        others = lowOthers | ((ulong)highOthers << 32);
        return low | (high << 32);
    }

    /// <summary><see cref="Find"/> by vectors of 16 bytes.</summary>
    public static ulong Find128(ReadOnlySpan<byte> block, byte delimiter, out ulong others)
    {
        ulong delimiters = 0;
        others = 0;
        for (int start = 0; start < BlockLength; start += Vector128<byte>.Count)
        {
            delimiters |= (ulong)Find128(Vector128.Create(block[start..]), delimiter, out uint partOthers) << start;
            others |= (ulong)partOthers << start;
        }

        return delimiters;
    }

    /// <summary><see cref="Find"/> byte by byte.</summary>
    public static ulong FindScalar(ReadOnlySpan<byte> block, byte delimiter, out ulong others)
    {
        ulong delimiters = 0;
        others = 0;
        for (int i = 0; i < BlockLength; i++)
        {
            delimiters |= block[i] == delimiter ? 1UL << i : 0;
            others |= block[i] is (byte)'"' or (byte)'\n' ? 1UL << i : 0;
        }

        return delimiters;
    }

    private static uint Find256(Vector256<byte> bytes, byte delimiter, out uint others)
    {
        others = (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))).ExtractMostSignificantBits();
        return Vector256.Equals(bytes, Vector256.Create(delimiter)).ExtractMostSignificantBits();
    }

    private static uint Find128(Vector128<byte> bytes, byte delimiter, out uint others)
    {
        others = (Vector128.Equals(bytes, Vector128.Create((byte)'"'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\n'))).ExtractMostSignificantBits();
        return Vector128.Equals(bytes, Vector128.Create(delimiter)).ExtractMostSignificantBits();
    }
}
