using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes paragraphs and labelled values.</summary>
internal static class ScreenText
{
    private const int LabelWidth = 14;

    /// <summary>Writes a paragraph, broken between words.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="text">The paragraph.</param>
    /// <param name="color">Its color; null for the screen's own.</param>
    /// <param name="indent">Space before each of its lines.</param>
    public static void WriteParagraph(this IAnsiConsole screen, string text, Color? color = null, int indent = 0)
    {
        foreach (string part in TextWrapper.Wrap(DisplayText.Clean(text), screen.Profile.Width - indent))
        {
            StyledLine line = new(screen.Profile.Width);
            line.AddSpace(indent);
            line.Add(part, color);
            line.WriteTo(screen);
        }
    }

    /// <summary>Writes a value behind its name; further lines of it stand below its first.</summary>
    public static void WriteLabelled(this IAnsiConsole screen, string label, params IEnumerable<string> values)
    {
        string name = label;
        foreach (string value in values)
        {
            foreach (string part in TextWrapper.Wrap(DisplayText.Clean(value), screen.Profile.Width - LabelWidth - 2))
            {
                StyledLine line = new(screen.Profile.Width);
                line.AddSpace(2);
                line.Add(name, Color.Grey);
                line.AddSpace(LabelWidth - name.Length);
                line.Add(part);
                line.WriteTo(screen);
                name = "";
            }
        }
    }
}
