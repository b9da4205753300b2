using System.Buffers.Binary;
using System.Numerics;

namespace ModelMonitor.Exports.TensorBoard;

/// <summary>The checksum of TFRecord files: CRC-32C (Castagnoli), rotated by 15 bits and offset, as TFRecord has it.</summary>
internal static class MaskedCrc32C
{
    private const int Rotation = 15;
    private const uint Offset = 0xA282EAD8;

    /// <summary>The checksum of some bytes.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return BitOperations.RotateRight(~crc, Rotation) + Offset;
    }
}
