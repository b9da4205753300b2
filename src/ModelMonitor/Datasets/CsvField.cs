namespace ModelMonitor.Datasets;

/// <summary>Where a field's content stands in its record, without the quotes around it.</summary>
/// <param name="Start">Where it starts, in bytes from the record's first.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Escaped">Whether the content holds quotes written twice.</param>
internal readonly record struct CsvField(int Start, int Length, bool Escaped);
