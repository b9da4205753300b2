using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ModelMonitor.Statistics;

namespace ModelMonitor.Documents;

/// <summary>The arrays of numbers of a JSON text, read ahead and taken out of it.</summary>
/// <remarks>
/// Nearly all of a file of statistics are the items of its sketches, and to parse each as a JSON value of its own
/// takes three times as long as to read it as a number. What remains has an empty array in the place of each.
/// </remarks>
internal sealed class LiftedNumbers
{
    private readonly ArrayBufferWriter<byte> _rest = new();
    private readonly Dictionary<int, double[]> _arrays = [];

    private LiftedNumbers()
    {
    }

    /// <summary>What remains of the text.</summary>
    public ReadOnlyMemory<byte> Rest => _rest.WrittenMemory;

    /// <summary>Takes the arrays out; null when there is none. Whether the text is JSON is for the parser to tell.</summary>
    public static LiftedNumbers? Of(ReadOnlySpan<byte> text)
    {
        LiftedNumbers lifted = new();
        List<double> numbers = [];
        while (!text.IsEmpty)
        {
            int next = text.IndexOfAny((byte)'"', (byte)'[');
            if (next < 0)
            {
                lifted.Keep(ref text, text.Length);
            }
            else if (text[next] == '"')
            {
                lifted.Keep(ref text, next + LengthOfString(text[next..]));
            }
            else
            {
                lifted.Keep(ref text, next + 1);
                lifted.TakeNumbers(ref text, numbers);
            }
        }

        return lifted._arrays.Count == 0 ? null : lifted;
    }

    /// <summary>The numbers of an array of <see cref="Rest"/>; null for one that was not taken out.</summary>
    public double[]? Find(JsonElement array) =>
        _rest.WrittenSpan.Overlaps(JsonMarshal.GetRawUtf8Value(array), out int start)
            ? _arrays.GetValueOrDefault(start)
            : null;

    private static int LengthOfString(ReadOnlySpan<byte> text)
    {
        int at = 1;
        while (at < text.Length && text[at..].IndexOfAny((byte)'"', (byte)'\\') is var stop and >= 0)
        {
            if (text[at + stop] == '"')
            {
                return at + stop + 1;
            }

            at += stop + 2;
        }

        return text.Length;
    }

    private void Keep(ref ReadOnlySpan<byte> text, int length)
    {
        _rest.Write(text[..length]);
        text = text[length..];
    }

    /// <summary>Takes all items of an array that has begun, if they are finite numbers.</summary>
    private void TakeNumbers(ref ReadOnlySpan<byte> text, List<double> numbers)
    {
        numbers.Clear();
        ReadOnlySpan<byte> rest = text;
        while (true)
        {
            int end = rest.IndexOfAny((byte)',', (byte)']');
            if (end < 0 || !TryRead(Trim(rest[..end]), out double number))
            {
                return;
            }

            numbers.Add(number);
            bool isLast = rest[end] == ']';
            rest = rest[(isLast ? end : end + 1)..];
            if (isLast)
            {
                _arrays.Add(_rest.WrittenCount - 1, [.. numbers]);
                text = rest;
                return;
            }
        }
    }

    /// <summary>Reads a number as JSON writes it: no plus, no zeros in front.</summary>
    private static bool TryRead(ReadOnlySpan<byte> item, out double number)
    {
        number = double.NaN;
        int first = item is [(byte)'-', ..] ? 1 : 0;
        if (item.Length <= first || !char.IsAsciiDigit((char)item[first])
            || (item[first] == '0' && item.Length > first + 1 && char.IsAsciiDigit((char)item[first + 1])))
        {
            return false;
        }

        CellParser.Parse(item, out number);
        return double.IsFinite(number);
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> item)
    {
        while (item is [(byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..])
        {
            item = item[1..];
        }

        while (item is [.., (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'])
        {
            item = item[..^1];
        }

        return item;
    }
}
