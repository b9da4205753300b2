using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelMonitor.Statistics;

/// <summary>XXH64 with the seed of <see cref="HyperLogLogPlusPlus"/>, without the call for the short texts that cells are.</summary>
internal static class ShortHash
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    /// <summary>The hash of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong XxHash64(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 32 || !BitConverter.IsLittleEndian)
        {
            return System.IO.Hashing.XxHash64.HashToUInt64(text, HyperLogLogPlusPlus.Seed);
        }

        ref byte next = ref MemoryMarshal.GetReference(text);
        int rest = text.Length;
        ulong hash = HyperLogLogPlusPlus.Seed + Prime5 + (uint)rest;
        while (rest >= 8)
        {
            ulong lane = BitOperations.RotateLeft(Unsafe.ReadUnaligned<ulong>(ref next) * Prime2, 31) * Prime1;
            hash = BitOperations.RotateLeft(hash ^ lane, 27) * Prime1 + Prime4;
            next = ref Unsafe.Add(ref next, 8);
            rest -= 8;
        }

        if (rest >= 4)
        {
            hash = BitOperations.RotateLeft(hash ^ (Unsafe.ReadUnaligned<uint>(ref next) * Prime1), 23) * Prime2 + Prime3;
            next = ref Unsafe.Add(ref next, 4);
            rest -= 4;
        }

        while (rest > 0)
        {
            hash = BitOperations.RotateLeft(hash ^ (next * Prime5), 11) * Prime1;
            next = ref Unsafe.Add(ref next, 1);
            rest--;
        }

        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }
}
