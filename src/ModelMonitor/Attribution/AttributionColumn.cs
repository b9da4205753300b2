namespace ModelMonitor.Attribution;

/// <summary>A column that holds attributions.</summary>
/// <param name="Index">Its index.</param>
/// <param name="Label">The label, from 0.</param>
/// <param name="Feature">The feature's place in the explanation; -1 when <paramref name="Name"/> has its name.</param>
/// <param name="Name">The feature's name; null when it stands in the column <paramref name="HeaderIndex"/>, or nowhere.</param>
/// <param name="HeaderIndex">The column of the feature's name; -1 for none.</param>
/// <param name="IsOnline">Whether it is of an online explanation rather than of a file.</param>
internal readonly record struct AttributionColumn(
    int Index, int Label, int Feature, string? Name, int HeaderIndex, bool IsOnline);
