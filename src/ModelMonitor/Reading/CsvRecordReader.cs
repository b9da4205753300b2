namespace ModelMonitor.Reading;

/// <summary>Turns CSV without a header into records of cells without names.</summary>
internal static class CsvRecordReader
{
    /// <summary>Reads all rows of a text.</summary>
    /// <param name="csv">The rows; blank ones are no records.</param>
    /// <param name="records">Where records are added; must be empty.</param>
    /// <param name="text">What the cells are slices of.</param>
    /// <param name="reason">What is wrong, when the result is false; <paramref name="records"/> is then of no use.</param>
    public static bool TryRead(ReadOnlySpan<byte> csv, RecordBuffer records, out ReadOnlySpan<byte> text, out string reason)
    {
        reason = "";
        text = csv;
        if (CsvFields.TrySplit(csv, records))
        {
            return true;
        }

        records.Clear();
        bool isClosed = CsvQuotedFields.TrySplit(csv, records);
        text = records.Text;
        reason = isClosed ? "" : $"a quoted field is not closed: \"{Excerpt.Of(csv)}\"";
        return isClosed;
    }
}
