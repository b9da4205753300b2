using System.Globalization;
using System.Text.Json;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>A JSON value that knows where it stands in its file.</summary>
/// <param name="Path">Its JSON path.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A string's value or a number as written; empty for others.</param>
internal sealed record JsonPlace(string Path, int Line, JsonValueKind Kind, string Text)
{
    /// <summary>An object's members in order, doubled keys and all; empty for others.</summary>
    public List<KeyValuePair<string, JsonPlace>> Members { get; } = [];

    /// <summary>An array's items in order; empty for others.</summary>
    public List<JsonPlace> Items { get; } = [];

    /// <summary>The value in words, for messages.</summary>
    public string Description => Kind switch
    {
        JsonValueKind.String => $"the string \"{Shorten(Text)}\"",
        JsonValueKind.Number => $"the number {Shorten(Text)}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        _ => "null",
    };

    /// <summary>The path of a member.</summary>
    public static string PathOf(string parent, string key) =>
        IsPlain(key) ? $"{parent}.{key}" : $"{parent}['{key.Replace("'", "\\'", StringComparison.Ordinal)}']";

    /// <summary>The path of an item.</summary>
    public static string PathOf(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    private static bool IsPlain(string key) =>
        key.Length > 0 && key.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$');

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
