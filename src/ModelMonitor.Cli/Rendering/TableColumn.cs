namespace ModelMonitor.Cli.Rendering;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="IsRight">Whether its cells end at one edge, as numbers should.</param>
/// <param name="MaximumWidth">What a wider cell is cut to.</param>
/// <param name="Shrinks">Whether it gives way when the table is wider than the screen.</param>
internal sealed record TableColumn(string Header, bool IsRight = false, int MaximumWidth = int.MaxValue, bool Shrinks = false);
