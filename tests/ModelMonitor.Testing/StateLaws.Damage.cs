using System.Buffers.Binary;
using System.IO.Hashing;
using ModelMonitor.Statistics;
using Xunit;

namespace ModelMonitor.Testing;

public abstract partial class StateLaws<TState>
{
    private const int HeaderLength = 16;
    private const int ChecksumLength = 8;

    [Fact]
    public void FromBytes_WithAByteChanged_IsRefused()
    {
        byte[] bytes = StateFile.ToBytes(Rows(0, 1_000));
        foreach (int position in Positions(bytes.Length))
        {
            byte right = bytes[position];
            foreach (byte change in (ReadOnlySpan<byte>)[0x01, 0x80, 0xFF])
            {
                bytes[position] = (byte)(right ^ change);
                Assert.Throws<CorruptStateException>(() => StateFile.FromBytes<TState>(bytes));
            }

            bytes[position] = right;
        }

        StateFile.FromBytes<TState>(bytes);
    }

    [Fact]
    public void FromBytes_Truncated_IsRefused()
    {
        byte[] bytes = StateFile.ToBytes(Rows(0, 1_000));
        foreach (int length in Positions(bytes.Length))
        {
            Assert.Throws<CorruptStateException>(() => StateFile.FromBytes<TState>(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void FromBytes_WithBytesBehindTheEnd_IsRefused()
    {
        byte[] bytes = StateFile.ToBytes(Rows(0, 10));
        Assert.Throws<CorruptStateException>(() => StateFile.FromBytes<TState>([.. bytes, 0]));
        Assert.Throws<CorruptStateException>(() => StateFile.FromBytes<TState>([.. bytes, .. bytes]));

        byte[] longerPayload = [.. bytes[..^ChecksumLength], 0, .. new byte[ChecksumLength]];
        Seal(longerPayload);
        Assert.Throws<CorruptStateException>(() => StateFile.FromBytes<TState>(longerPayload));
    }

    [Fact]
    public void FromBytes_OfANewerFileOrAnotherState_IsRefused()
    {
        byte[] bytes = StateFile.ToBytes(Rows(0, 10));
        foreach (int position in (ReadOnlySpan<int>)[0, 4, 6, HeaderLength, HeaderLength + 4])
        {
            byte[] changed = [.. bytes];
            changed[position]++;
            Seal(changed);
            Assert.Throws<CorruptStateException>(() => StateFile.FromBytes<TState>(changed));
        }
    }

    /// <summary>Whatever stands behind a right checksum is refused, or is a state that works.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(2_500)]
    public void FromBytes_HostileButSealed_IsRefusedOrWorks(int rows)
    {
        byte[] original = StateFile.ToBytes(Rows(0, rows));
        Random random = new(20_261_123 + rows);
        int refused = 0;
        const int Mutants = 600;
        for (int i = 0; i < Mutants; i++)
        {
            byte[] mutant = Mutate(original, random);
            long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                TState state = StateFile.FromBytes<TState>(mutant);
                AssertSameBytes(state, Copy(state));
                AddRows(state, 0, 600);
                StateFile.ToBytes(state);
            }
            catch (CorruptStateException)
            {
                refused++;
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
            Assert.InRange(allocated, 0, 4_000_000 + 40L * mutant.Length);
        }

        Assert.InRange(refused, 1, Mutants);
    }

    /// <summary>Every position of a short file; of a long one the ends and a sample between.</summary>
    private static IEnumerable<int> Positions(int length)
    {
        int step = Math.Max(1, length / 500);
        for (int i = 0; i < length; i++)
        {
            if (i < 64 || i >= length - 16 || i % step == 0)
            {
                yield return i;
            }
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        byte[] mutant = [.. original];
        int payload = mutant.Length - HeaderLength - ChecksumLength;
        int changes = random.Next(1, 4);
        for (int i = 0; i < changes; i++)
        {
            // Half of the changes near the start, where the lengths and counts are.
            int position = HeaderLength + random.Next(random.Next(2) == 0 ? Math.Min(payload, 64) : payload);
            Span<byte> rest = mutant.AsSpan(position..^ChecksumLength);
            switch (random.Next(5))
            {
                case 0:
                    rest[0] = (byte)random.Next(256);
                    break;
                case 1:
                    random.NextBytes(rest[..Math.Min(8, rest.Length)]);
                    break;
                case 2:
                    rest[..Math.Min(8, rest.Length)].Fill(0xFF);
                    break;
                case 3 when rest.Length >= 4:
                    BinaryPrimitives.WriteInt32LittleEndian(rest, random.Next(2) == 0 ? int.MaxValue : random.Next(100));
                    break;
                default:
                    mutant = [.. mutant[..position], .. new byte[random.Next(20)], .. mutant[Math.Min(position + random.Next(20), mutant.Length - ChecksumLength)..]];
                    payload = mutant.Length - HeaderLength - ChecksumLength;
                    break;
            }

            if (payload < 1)
            {
                break;
            }
        }

        Seal(mutant);
        return mutant;
    }

    /// <summary>Makes the length and the checksum right for whatever the payload is.</summary>
    private static void Seal(byte[] bytes)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), bytes.Length - HeaderLength - ChecksumLength);
        BinaryPrimitives.WriteUInt64LittleEndian(
            bytes.AsSpan(bytes.Length - ChecksumLength), XxHash64.HashToUInt64(bytes.AsSpan(0, bytes.Length - ChecksumLength)));
    }
}
