using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>A line in several colors, cut where the screen ends, without space at its own end.</summary>
/// <param name="width">The width of the screen.</param>
internal sealed class StyledLine(int width)
{
    private readonly List<Piece> _pieces = [];
    private int _left = width;
    private int _space;

    /// <summary>Adds space, which is written only when something follows it.</summary>
    public void AddSpace(int count) => _space += count;

    /// <summary>Adds text.</summary>
    public void Add(string text, Color? color = null) => Add([new Piece(DisplayText.Clean(text), color)]);

    /// <summary>Adds pieces.</summary>
    public void Add(IReadOnlyList<Piece> pieces)
    {
        foreach (Piece piece in pieces)
        {
            string text = piece.Text.TrimEnd(' ');
            if (text.Length > 0 && _space < _left)
            {
                string fit = DisplayText.Fit(text, _left - _space);
                _pieces.Add(new Piece(new string(' ', _space)));
                _pieces.Add(piece with { Text = fit });
                _left -= _space + DisplayText.WidthOf(fit);
                _space = 0;
            }

            _space += piece.Text.Length - text.Length;
        }
    }

    /// <summary>Writes the line and its end.</summary>
    public void WriteTo(IAnsiConsole screen)
    {
        foreach (Piece piece in _pieces)
        {
            if (piece.Text.Length > 0)
            {
                screen.Write(new Text(piece.Text, new Style(piece.Color)));
            }
        }

        screen.WriteLine();
    }
}
