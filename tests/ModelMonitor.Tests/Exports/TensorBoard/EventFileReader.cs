using System.Buffers.Binary;
using System.Text;

namespace ModelMonitor.Tests.Exports.TensorBoard;

/// <summary>Reads event files by the definition of TFRecord and of protocol buffers, and fails on any byte that does not fit.</summary>
internal static class EventFileReader
{
    public static List<ReadEvent> Read(byte[] file)
    {
        List<ReadEvent> events = [];
        for (int at = 0; at < file.Length;)
        {
            int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at, 8)));
            Assert.Equal(Checksum(file.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8, 4)));
            Assert.Equal(Checksum(file.AsSpan(at + 12, length)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length, 4)));
            events.Add(ReadEventMessage(file.AsSpan(at + 12, length)));
            at += 16 + length;
        }

        return events;
    }

    /// <summary>CRC-32C bit by bit: reflected polynomial 0x82F63B78.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        crc = ~crc;
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    private static ReadEvent ReadEventMessage(ReadOnlySpan<byte> message)
    {
        ReadEvent read = new(0, 0, null, []);
        for (int at = 0; at < message.Length;)
        {
            // The numbers are those of tensorboard/compat/proto/event.proto.
            switch (ReadVarint(message, ref at))
            {
                case (1 << 3) | 1:
                    read = read with { WallTime = BinaryPrimitives.ReadDoubleLittleEndian(message.Slice(at, 8)) };
                    at += 8;
                    break;
                case (2 << 3) | 0:
                    read = read with { Step = (long)ReadVarint(message, ref at) };
                    break;
                case (3 << 3) | 2:
                    read = read with { FileVersion = Text(ReadBytes(message, ref at)) };
                    break;
                case (5 << 3) | 2:
                    read = read with { Scalars = ReadSummary(ReadBytes(message, ref at)) };
                    break;
                default:
                    Assert.Fail("There is a field that no event of ours has.");
                    break;
            }
        }

        return read;
    }

    private static List<(string Tag, float Value)> ReadSummary(ReadOnlySpan<byte> message)
    {
        List<(string, float)> scalars = [];
        for (int at = 0; at < message.Length;)
        {
            Assert.Equal((1UL << 3) | 2, ReadVarint(message, ref at));
            ReadOnlySpan<byte> scalar = ReadBytes(message, ref at);
            int inner = 0;
            Assert.Equal((1UL << 3) | 2, ReadVarint(scalar, ref inner));
            string tag = Text(ReadBytes(scalar, ref inner));
            Assert.Equal((2UL << 3) | 5, ReadVarint(scalar, ref inner));
            scalars.Add((tag, BinaryPrimitives.ReadSingleLittleEndian(scalar.Slice(inner, 4))));
            Assert.Equal(scalar.Length, inner + 4);
        }

        return scalars;
    }

    private static ReadOnlySpan<byte> ReadBytes(ReadOnlySpan<byte> message, ref int at)
    {
        int length = checked((int)ReadVarint(message, ref at));
        at += length;
        return message.Slice(at - length, length);
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> message, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    private static string Text(ReadOnlySpan<byte> utf8) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8);
}
