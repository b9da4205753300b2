using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ModelMonitor.Documents;

/// <summary>Writes JSON byte for byte as the pretty printer of Jackson does, which wrote SageMaker's files.</summary>
/// <remarks>
/// Objects put each member on a line of its own, indented by two spaces for each open object; arrays stay on
/// the line: <c>[ 1.0, 2.0 ]</c>, <c>[ { … }, { … } ]</c>. Names and values are apart by <c>" : "</c>. There is no
/// newline at the end.
/// </remarks>
internal sealed class JacksonWriter
{
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly Stack<bool> _openHasItems = new();
    private int _openObjects;
    private bool _afterName;

    /// <summary>Everything written so far.</summary>
    public ReadOnlySpan<byte> Written => _output.WrittenSpan;

    public void BeginObject()
    {
        BeginValue();
        Write("{"u8);
        _openHasItems.Push(false);
        _openObjects++;
    }

    public void EndObject()
    {
        _openObjects--;
        if (_openHasItems.Pop())
        {
            WriteLineBreak();
            Write("}"u8);
        }
        else
        {
            Write(" }"u8);
        }
    }

    /// <summary>Starts a member whose value is an object.</summary>
    public void BeginObject(string name)
    {
        Name(name);
        BeginObject();
    }

    public void BeginArray()
    {
        BeginValue();
        Write("["u8);
        _openHasItems.Push(false);
    }

    /// <summary>Starts a member whose value is an array.</summary>
    public void BeginArray(string name)
    {
        Name(name);
        BeginArray();
    }

    public void EndArray()
    {
        _openHasItems.Pop();
        Write(" ]"u8);
    }

    /// <summary>Writes a number in Java's form; it must be finite.</summary>
    public void Number(double value)
    {
        BeginValue();
        _output.Advance(JavaDouble.Format(value, _output.GetSpan(JavaDouble.MaximumLength)));
    }

    public void Text(string value)
    {
        BeginValue();
        WriteQuoted(value);
    }

    public void Member(string name, double value)
    {
        Name(name);
        Number(value);
    }

    public void Member(string name, long value)
    {
        Name(name);
        BeginValue();
        value.TryFormat(_output.GetSpan(JavaDouble.MaximumLength), out int written, default, CultureInfo.InvariantCulture);
        _output.Advance(written);
    }

    public void Member(string name, bool value)
    {
        Name(name);
        BeginValue();
        Write(value ? "true"u8 : "false"u8);
    }

    public void Member(string name, string value)
    {
        Name(name);
        Text(value);
    }

    /// <summary>Writes a member without a value.</summary>
    public void Null(string name)
    {
        Name(name);
        BeginValue();
        Write("null"u8);
    }

    private void Name(string name)
    {
        Debug.Assert(!_afterName, "A name is followed by its value.");
        if (MarkItem())
        {
            Write(","u8);
        }

        WriteLineBreak();
        WriteQuoted(name);
        Write(" : "u8);
        _afterName = true;
    }

    /// <summary>Separates an array's item from the one before; a member's value needs nothing after its name.</summary>
    private void BeginValue()
    {
        if (_afterName)
        {
            _afterName = false;
        }
        else if (_openHasItems.Count > 0)
        {
            Write(MarkItem() ? ", "u8 : " "u8);
        }
    }

    /// <summary>Notes that the innermost object or array has an item; true when it had one before.</summary>
    private bool MarkItem()
    {
        bool had = _openHasItems.Pop();
        _openHasItems.Push(true);
        return had;
    }

    private void WriteLineBreak()
    {
        Span<byte> line = _output.GetSpan(1 + 2 * _openObjects)[..(1 + 2 * _openObjects)];
        line[0] = (byte)'\n';
        line[1..].Fill((byte)' ');
        _output.Advance(line.Length);
    }

    private void WriteQuoted(string text)
    {
        Write("\""u8);
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int plain = IndexOfEscaped(rest);
            plain = plain < 0 ? rest.Length : plain;
            Encoding.UTF8.GetBytes(rest[..plain], _output);
            if (plain < rest.Length)
            {
                WriteEscaped(rest[plain]);
                plain++;
            }

            rest = rest[plain..];
        }

        Write("\""u8);
    }

    private static int IndexOfEscaped(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or '"' or '\\')
            {
                return i;
            }
        }

        return -1;
    }

    private void WriteEscaped(char c)
    {
        switch (c)
        {
            case '"': Write("\\\""u8); break;
            case '\\': Write("\\\\"u8); break;
            case '\b': Write("\\b"u8); break;
            case '\t': Write("\\t"u8); break;
            case '\n': Write("\\n"u8); break;
            case '\f': Write("\\f"u8); break;
            case '\r': Write("\\r"u8); break;
            default:
                ReadOnlySpan<byte> hex = "0123456789ABCDEF"u8;
                Write("\\u00"u8);
                Write([hex[c >> 4], hex[c & 15]]);
                break;
        }
    }

    private void Write(ReadOnlySpan<byte> bytes) => _output.Write(bytes);
}
