using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ModelMonitor.Reports.Html;

/// <summary>Writes a page. Whatever it is given is encoded for where it stands, so that no text can become markup.</summary>
/// <remarks>
/// Every element that is opened is closed, void ones in XML's form, and every attribute is quoted: the result is
/// both HTML and well-formed XML. Tags and attribute names are the program's own, never data.
/// </remarks>
internal sealed class HtmlWriter
{
    /// <summary>Escapes what HTML knows, so that no data can end the script element that holds it.</summary>
    private static readonly JsonWriterOptions DataOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");

    private readonly StringBuilder _page = new(capacity: 1 << 15);
    private readonly Stack<string> _open = new();

    /// <summary>Begins an element.</summary>
    /// <param name="tag">The element.</param>
    /// <param name="attributes">Its attributes; one whose value is null is left out.</param>
    public HtmlWriter Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteStart(tag, attributes);
        _page.Append('>');
        _open.Push(tag);
        return this;
    }

    /// <summary>Ends the element that was begun last.</summary>
    public HtmlWriter Close()
    {
        string tag = _open.Pop();
        _page.Append("</").Append(tag).Append('>');
        if (tag is "section" or "tr" or "table" or "figure" or "head" or "header" or "main" or "li" or "p")
        {
            _page.Append('\n');
        }

        return this;
    }

    /// <summary>Writes an element that holds text.</summary>
    public HtmlWriter Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(tag, attributes).Text(text).Close();

    /// <summary>Writes an element that holds nothing: <c>link</c>, <c>meta</c>, <c>input</c>, <c>col</c>.</summary>
    public HtmlWriter Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteStart(tag, attributes);
        _page.Append(" />");
        return this;
    }

    /// <summary>Writes text.</summary>
    public HtmlWriter Text(string text)
    {
        Encode(SafeText.Clean(text), isAttribute: false);
        return this;
    }

    /// <summary>Writes a name from traffic: its direction kept to itself, shortened in sight, whole on demand.</summary>
    public HtmlWriter Name(string name) => Element(
        "bdi", name.Length == 0 ? "(empty)" : SafeText.Shorten(name), ("title", SafeText.IsLong(name) ? SafeText.Whole(name) : null));

    /// <summary>Writes data for scripts, which no browser runs.</summary>
    /// <param name="id">Its id; null for none.</param>
    /// <param name="write">Writes one JSON value.</param>
    public HtmlWriter Data(string? id, Action<Utf8JsonWriter> write)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, DataOptions))
        {
            write(writer);
        }

        Open("script", ("type", "application/json"), ("id", id));
        _page.Append(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        return Close();
    }

    /// <summary>The page's bytes, UTF-8.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public byte[] ToUtf8() => _open.Count == 0
        ? Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + _page)
        : throw new InvalidOperationException($"The element '{_open.Peek()}' is not closed.");

    private void WriteStart(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _page.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _page.Append(' ').Append(name).Append("=\"");
                Encode(SafeText.Clean(value), isAttribute: true);
                _page.Append('"');
            }
        }
    }

    private void Encode(string text, bool isAttribute)
    {
        ReadOnlySpan<char> rest = text;
        for (int at = rest.IndexOfAny(Special); at >= 0; at = rest.IndexOfAny(Special))
        {
            _page.Append(rest[..at]);
            _ = rest[at] switch
            {
                '&' => _page.Append("&amp;"),
                '<' => _page.Append("&lt;"),
                '>' => _page.Append("&gt;"),
                _ => _page.Append(isAttribute ? "&quot;" : "\""),
            };
            rest = rest[(at + 1)..];
        }

        _page.Append(rest);
    }
}
