namespace ModelMonitor.Contracts.History;

/// <summary>The type of a column of the history.</summary>
public enum HistoryType
{
    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>A double.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>An instant, UTC, to the millisecond.</summary>
    Time,
}
