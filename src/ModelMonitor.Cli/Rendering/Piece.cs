using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>A part of a line in one color. Its text is clean already.</summary>
/// <param name="Text">The text.</param>
/// <param name="Color">The color; null for the screen's own.</param>
internal readonly record struct Piece(string Text, Color? Color = null);
