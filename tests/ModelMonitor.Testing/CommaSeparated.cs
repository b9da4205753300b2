using ModelMonitor.Profiling;

namespace ModelMonitor.Testing;

/// <summary>Profiles plain comma-separated text without quotes, so that a test needs no reader of the engine's.</summary>
public static class CommaSeparated
{
    /// <summary>Profiles a file whose first line names the columns.</summary>
    public static DatasetProfile ProfileWithHeader(string path)
    {
        string[] lines = File.ReadAllLines(path);
        return Profile(lines[0].Split(','), lines.Skip(1));
    }

    /// <summary>Profiles a file without header; the columns are <c>_c0</c>, <c>_c1</c> …</summary>
    public static DatasetProfile ProfileWithoutHeader(string path)
    {
        string[] lines = File.ReadAllLines(path);
        return Profile(lines[0].Split(',').Select((_, i) => FormattableString.Invariant($"_c{i}")), lines);
    }

    /// <summary>Profiles lines under given columns; an empty field is a missing cell.</summary>
    public static DatasetProfile Profile(IEnumerable<string> columns, IEnumerable<string> lines)
    {
        DatasetProfile profile = new(new ColumnSet(columns));
        RowBatch batch = new();
        foreach (string line in lines)
        {
            string[] fields = line.Split(',');
            batch.BeginRow(fields.Length);
            for (int column = 0; column < fields.Length; column++)
            {
                byte[] text = System.Text.Encoding.UTF8.GetBytes(fields[column]);
                batch.SetCell(column, batch.Append(text), text.Length);
            }

            batch.EndRow();
            if (batch.IsFull)
            {
                profile.Add(batch);
                batch.Clear();
            }
        }

        profile.Add(batch);
        return profile;
    }
}
