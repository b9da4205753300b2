namespace ModelMonitor.Reports.History;

/// <summary>All that is known of one kind of marks since some time: what a history has of them there gives way to it.</summary>
/// <param name="Kind">The kind of the marks.</param>
/// <param name="After">From then on, exclusively, there are no others; marks of earlier stay as they were.</param>
/// <param name="Marks">The marks.</param>
internal sealed record MarkedSpan(string Kind, DateTimeOffset After, IReadOnlyList<HistoryMark> Marks);
