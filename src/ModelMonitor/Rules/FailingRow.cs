namespace ModelMonitor.Rules;

/// <summary>A row for which a rule is not true, by the columns that the rule looks at.</summary>
/// <param name="Hash">A hash of its content, by which samples are chosen: the same rows however they are divided.</param>
/// <param name="File">The object it comes from.</param>
/// <param name="Line">Its line, from 1; of an object that is read in parts, from the part's beginning.</param>
/// <param name="Content">The columns and their values as JSON, shortened.</param>
public sealed record FailingRow(long Hash, string File, long Line, string Content)
{
    /// <summary>The order in which samples are kept: by hash, and between rows of the same content by where they are.</summary>
    internal static IComparer<FailingRow> Order { get; } = Comparer<FailingRow>.Create(static (one, other) =>
    {
        int order = one.Hash.CompareTo(other.Hash);
        order = order != 0 ? order : string.CompareOrdinal(one.Content, other.Content);
        order = order != 0 ? order : string.CompareOrdinal(one.File, other.File);
        return order != 0 ? order : one.Line.CompareTo(other.Line);
    });
}
