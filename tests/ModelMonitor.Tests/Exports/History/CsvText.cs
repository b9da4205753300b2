using System.Text;

namespace ModelMonitor.Tests.Exports.History;

/// <summary>Reads CSV by the letter of RFC 4180, and fails on anything else.</summary>
internal static class CsvText
{
    public static List<string[]> Parse(string text)
    {
        List<string[]> rows = [];
        List<string> cells = [];
        for (int at = 0; at < text.Length;)
        {
            cells.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add([.. cells]);
            cells.Clear();
        }

        Assert.Empty(cells);
        return rows;
    }

    private static string Plain(string text, ref int at)
    {
        int start = at;
        while (text[at] is not (',' or '\r' or '\n' or '"'))
        {
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        StringBuilder cell = new();
        for (at++; ; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (text[++at] == '"')
            {
                cell.Append('"');
            }
            else
            {
                return cell.ToString();
            }
        }
    }
}
