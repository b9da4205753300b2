using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>A bar of how far a feature has drifted, green up to its threshold and red beyond; a mark shows where that is.</summary>
/// <param name="largest">The longest ratio of distance to threshold among the bars that stand below one another.</param>
/// <param name="width">The columns of a bar.</param>
internal sealed class DriftBar(double largest, int width)
{
    private const char Mark = '┊';
    private const string Eighths = "▏▎▍▌▋▊▉█";

    private readonly double _scale = Math.Clamp(largest, 1.25, 12.0);

    /// <summary>The pieces of a bar.</summary>
    /// <param name="ratio">Distance to threshold; 1 is the threshold itself.</param>
    public IReadOnlyList<Piece> Draw(double ratio)
    {
        int threshold = (int)Math.Round(width / _scale);
        double length = Math.Clamp(ratio / _scale, 0.0, 1.0) * width;
        if (ratio > 1.0)
        {
            length = Math.Max(length, threshold + 1.0);
        }
        else
        {
            length = Math.Min(length, threshold);
        }

        string bar = Fill(length);
        int below = Math.Min(bar.Length, threshold);
        return
        [
            new Piece(bar[..below], Color.Green),
            new Piece(new string(' ', threshold - below)),
            bar.Length > threshold ? new Piece(bar[threshold..], Color.Red) : new Piece(Mark.ToString(), Color.Grey),
        ];
    }

    private static string Fill(double length)
    {
        int whole = (int)length;
        int eighths = (int)(8.0 * (length - whole));
        return new string(Eighths[^1], whole) + (eighths == 0 ? "" : Eighths[eighths - 1].ToString());
    }
}
