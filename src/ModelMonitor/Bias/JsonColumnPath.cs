using System.Buffers;

namespace ModelMonitor.Bias;

/// <summary>Turns the JMESPath that Clarify finds a value of JSON by into the name of the column that readers make of it.</summary>
/// <remarks>
/// Of JMESPath these are read: names, also in double quotes, joined by dots; indexes; and a projection over the items of <c>predictions</c> or <c>instances</c>, or of a
/// list at the top. Those items are records here: <c>predictions[0].score</c> and <c>predictions[*].score</c> are the column <c>score</c>, and <c>predictions[0][1]</c> is
/// the column <c>1</c>. Whatever else there is, is the name of a column as it stands.
/// </remarks>
internal static class JsonColumnPath
{
    private const string Every = "*";
    private static readonly SearchValues<char> NoName = SearchValues.Create("\"]|&?(){}`'*");

    /// <summary>The column's name; null for a projection over another list, of which no column is made.</summary>
    public static string? ToColumn(string path)
    {
        List<Part>? parts = path.AsSpan().IndexOfAny('[', '"') < 0 ? null : Split(path);
        if (parts is null)
        {
            return path;
        }

        bool isOfBatch = parts is [{ IsItem: false, Text: "predictions" or "instances" }, { IsItem: true }, ..];
        bool isOfList = parts[0].IsItem && (parts.Count > 1 || parts[0].Text == Every);
        parts.RemoveRange(0, isOfBatch ? 2 : isOfList ? 1 : 0);
        return parts.Count == 0 ? "0"
            : parts.Exists(part => part is { IsItem: true, Text: Every }) ? null
            : string.Join('.', parts.Select(part => part.Text));
    }

    private static List<Part>? Split(string path)
    {
        List<Part> parts = [];
        ReadOnlySpan<char> rest = path;
        while (!rest.IsEmpty)
        {
            if (TakePart(ref rest) is not { } part || rest is ['.'])
            {
                return null;
            }

            parts.Add(part);
            if (rest is ['.', ..])
            {
                rest = rest[1..];
            }
            else if (rest is [not '[', ..])
            {
                return null;
            }
        }

        return parts;
    }

    private static Part? TakePart(ref ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> text;
        switch (rest[0])
        {
            case '"' when rest[1..].IndexOf('"') is > 0 and int quote:
                text = rest.Slice(1, quote);
                rest = rest[(quote + 2)..];
                return new Part(text.ToString(), IsItem: false);
            case '[' when rest.IndexOf(']') is > 0 and int bracket:
                text = rest[1..bracket];
                rest = rest[(bracket + 1)..];
                return text is "" or Every ? new Part(Every, IsItem: true)
                    : text.ContainsAnyExceptInRange('0', '9') ? null
                    : new Part(text.ToString(), IsItem: true);
            default:
                int end = rest.IndexOfAny('.', '[');
                text = end < 0 ? rest : rest[..end];
                rest = rest[text.Length..];
                return text.IsEmpty || text.ContainsAny(NoName) ? null : new Part(text.ToString(), IsItem: false);
        }
    }

    /// <summary>A step of a path.</summary>
    /// <param name="Text">A name, an index, or <see cref="Every"/>.</param>
    /// <param name="IsItem">Whether it is an item of a list rather than a member.</param>
    private sealed record Part(string Text, bool IsItem);
}
