namespace ModelMonitor.Rules;

/// <summary>A row for which a rule is not true, by the columns that the rule looks at.</summary>
/// <param name="Hash">A hash of its content, by which samples are chosen: the same rows however they are divided.</param>
/// <param name="File">The object it comes from.</param>
/// <param name="Line">Its line, from 1; of an object that is read in parts, from the part's beginning.</param>
/// <param name="Content">The columns and their values as JSON, shortened.</param>
public sealed record FailingRow(long Hash, string File, long Line, string Content) : IComparable<FailingRow>
{
    /// <inheritdoc />
    public int CompareTo(FailingRow? other)
    {
        if (other is null)
        {
            return 1;
        }

        int order = Hash.CompareTo(other.Hash);
        order = order != 0 ? order : string.CompareOrdinal(Content, other.Content);
        order = order != 0 ? order : string.CompareOrdinal(File, other.File);
        return order != 0 ? order : Line.CompareTo(other.Line);
    }
}
