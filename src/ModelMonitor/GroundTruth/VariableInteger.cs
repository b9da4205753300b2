namespace ModelMonitor.GroundTruth;

/// <summary>Numbers from 0 on in seven bits a byte, the lowest first; a set high bit says that another follows.</summary>
internal static class VariableInteger
{
    /// <summary>The most bytes a number takes.</summary>
    public const int MaximumLength = 10;

    /// <summary>Writes a number at a position, which moves behind it.</summary>
    public static void Write(Span<byte> destination, ref int position, ulong value)
    {
        while (value >= 0x80)
        {
            destination[position++] = (byte)(value | 0x80);
            value >>= 7;
        }

        destination[position++] = (byte)value;
    }

    /// <summary>Reads a number at a position, which moves behind it.</summary>
    public static ulong Read(ReadOnlySpan<byte> source, ref int position)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = source[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
