using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>A cell of a <see cref="TextTable"/>.</summary>
/// <param name="Pieces">Its content, on one line.</param>
internal sealed record Cell(IReadOnlyList<Piece> Pieces)
{
    /// <summary>A cell of one color.</summary>
    public Cell(string text, Color? color = null)
        : this([new Piece(DisplayText.Clean(text), color)])
    {
    }

    /// <summary>The columns of the screen it takes when nothing is cut.</summary>
    public int Width => Pieces.Sum(piece => DisplayText.WidthOf(piece.Text));

    /// <summary>A plain cell.</summary>
    public static implicit operator Cell(string text) => new(text);

    /// <summary>The pieces cut to a width.</summary>
    public IReadOnlyList<Piece> Fit(int width)
    {
        if (Width <= width)
        {
            return Pieces;
        }

        List<Piece> fitting = [];
        int left = width;
        foreach (Piece piece in Pieces)
        {
            if (left == 0)
            {
                break;
            }

            Piece fit = piece with { Text = DisplayText.Fit(piece.Text, left) };
            fitting.Add(fit);
            left -= DisplayText.WidthOf(fit.Text);
        }

        return fitting;
    }
}
