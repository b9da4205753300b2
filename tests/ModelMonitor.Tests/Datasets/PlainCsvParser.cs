namespace ModelMonitor.Tests.Datasets;

/// <summary>The reading of CSV by its rules, one character after the other: what the fast reader is held against.</summary>
internal static class PlainCsvParser
{
    public static (List<string?[]> Rows, List<long> FaultyLines) Parse(string text, int fieldCount)
    {
        List<string?[]> rows = [];
        List<long> faults = [];
        long line = 1;
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            List<string>? fields = ParseRecord(text, ref end);
            if (fields is null)
            {
                faults.Add(line);
                int lineBreak = text.IndexOf('\n', i);
                end = lineBreak < 0 ? text.Length : lineBreak + 1;
            }
            else if (fields.Count != fieldCount && !(fields.Count == 1 && text[i] != '"' && fields[0].Trim(' ', '\t').Length == 0))
            {
                faults.Add(line);
            }
            else if (fields.Count == fieldCount)
            {
                rows.Add([.. fields.Select(field => field.Length == 0 ? null : field)]);
            }

            line += text[i..end].Count(character => character == '\n');
            i = end;
        }

        return (rows, faults);
    }

    /// <summary>The fields of one record; null when its quotes are broken.</summary>
    private static List<string>? ParseRecord(string text, ref int i)
    {
        List<string> fields = [];
        while (true)
        {
            string field = "";
            if (i < text.Length && text[i] == '"')
            {
                for (i++; ; i++)
                {
                    if (i == text.Length)
                    {
                        return null;
                    }

                    if (text[i] == '"')
                    {
                        if (i + 1 == text.Length || text[i + 1] != '"')
                        {
                            break;
                        }

                        i++;
                    }

                    field += text[i];
                }

                i++;
                if (i < text.Length && text[i] == '\r' && (i + 1 == text.Length || text[i + 1] == '\n'))
                {
                    i++;
                }

                if (i < text.Length && text[i] != ',' && text[i] != '\n')
                {
                    return null;
                }
            }
            else
            {
                while (i < text.Length && text[i] != ',' && text[i] != '\n')
                {
                    field += text[i++];
                }

                if (field.EndsWith('\r') && (i == text.Length || text[i] == '\n'))
                {
                    field = field[..^1];
                }
            }

            fields.Add(field);
            if (i == text.Length || text[i++] == '\n')
            {
                return fields;
            }
        }
    }
}
