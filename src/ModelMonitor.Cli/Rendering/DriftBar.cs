using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>A bar of how far a feature has drifted, green up to its threshold and red beyond; a mark shows where that is.</summary>
/// <param name="largest">The longest ratio of distance to threshold among the bars that stand below one another.</param>
/// <param name="width">The columns of a bar.</param>
internal sealed class DriftBar(double largest, int width)
{
    /// <summary>What is farther out is drawn as far as this, so that the threshold stays visible.</summary>
    private const double LongestRatio = 8.0;

    private const char Mark = '┊';
    private const string Eighths = "▏▎▍▌▋▊▉█";

    private readonly double _scale = Math.Clamp(largest, 1.25, LongestRatio);

    /// <summary>The pieces of a bar; the mark has a column of its own, between what is below the threshold and what is beyond.</summary>
    /// <param name="ratio">Distance to threshold; 1 is the threshold itself.</param>
    public IReadOnlyList<Piece> Draw(double ratio)
    {
        int threshold = (int)Math.Round((width - 1) / _scale);
        double beyond = Math.Min((ratio - 1.0) / (_scale - 1.0), 1.0) * (width - 1 - threshold);
        string below = Fill(Math.Clamp(ratio, 0.0, 1.0) * threshold);
        return
        [
            new Piece(below, Color.Green),
            new Piece(new string(' ', threshold - below.Length)),
            new Piece(Mark.ToString(), Color.Grey),
            new Piece(ratio > 1.0 ? Fill(Math.Max(beyond, 0.125)) : "", Color.Red),
        ];
    }

    private static string Fill(double length)
    {
        int whole = (int)length;
        int eighths = (int)(8.0 * (length - whole));
        return new string(Eighths[^1], whole) + (eighths == 0 ? "" : Eighths[eighths - 1].ToString());
    }
}
