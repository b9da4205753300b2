using System.Globalization;

namespace ModelMonitor.Demo;

/// <summary>UTF-8 text that grows at its end.</summary>
internal sealed class Utf8Text
{
    private byte[] _bytes = new byte[1 << 16];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>All bytes written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Forgets the text.</summary>
    public void Clear() => Length = 0;

    /// <summary>Appends text.</summary>
    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    /// <summary>Appends one ASCII character.</summary>
    public void Append(char character)
    {
        Reserve(1)[0] = (byte)character;
        Length++;
    }

    /// <summary>Appends a value in the form that <paramref name="format"/> names.</summary>
    public void Append<T>(T value, ReadOnlySpan<char> format = default)
        where T : struct, IUtf8SpanFormattable
    {
        const int LongestValue = 64;
        value.TryFormat(Reserve(LongestValue), out int written, format, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Appends a number with all its decimals: 2744 with one decimal is <c>274.4</c>.</summary>
    /// <param name="scaled">The number, times ten to the power of <paramref name="decimals"/>.</param>
    /// <param name="decimals">How many digits stand behind the point, at least one.</param>
    public void AppendFixed(long scaled, int decimals)
    {
        if (scaled < 0)
        {
            Append('-');
            scaled = -scaled;
        }

        long scale = 1;
        for (int i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        Append(scaled / scale);
        Append('.');
        Span<byte> digits = Reserve(decimals);
        long rest = scaled % scale;
        for (int i = decimals - 1; i >= 0; i--)
        {
            digits[i] = (byte)('0' + rest % 10);
            rest /= 10;
        }

        Length += decimals;
    }

    private Span<byte> Reserve(int length)
    {
        if (Length + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + length, 2 * _bytes.Length));
        }

        return _bytes.AsSpan(Length);
    }
}
