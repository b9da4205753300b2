namespace ModelMonitor.Contracts.History;

/// <summary>A column of the history.</summary>
/// <param name="Name">Its name: lower case, as Athena folds names.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsNullable">Whether it may hold nothing.</param>
public sealed record HistoryColumn(string Name, HistoryType Type, bool IsNullable = false);
