using System.IO.Hashing;
using System.Runtime.CompilerServices;

namespace ModelMonitor.Bias;

/// <summary>Hashes of cells, the same on every machine.</summary>
internal static class CellHash
{
    /// <summary>The hash of a cell whose first eight bytes are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<byte> cell, ulong head) =>
        cell.Length <= sizeof(ulong) ? Mix(head + 0x9E3779B97F4A7C15 * (uint)cell.Length) : XxHash64.HashToUInt64(cell);

    /// <summary>A number whose every bit depends on every bit of another (SplitMix64).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
