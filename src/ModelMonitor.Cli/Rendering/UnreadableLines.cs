using ModelMonitor.Reading;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes how much could not be read, and where the first of it stands.</summary>
internal static class UnreadableLines
{
    private const int Indent = 16;
    private const int MostShown = 5;

    /// <summary>Writes the count and some samples: the file and line, and the reason below.</summary>
    public static void Write(IAnsiConsole screen, long unreadable, IReadOnlyList<UnreadableSample> samples)
    {
        screen.WriteLabelled("unreadable", Figures.Count(unreadable));
        foreach (UnreadableSample sample in samples.Take(MostShown))
        {
            string line = sample.Line == 0 ? "" : $":{sample.Line}";
            string place = DisplayText.FitMiddle(sample.File, screen.Profile.Width - Indent - line.Length) + line;
            screen.WriteParagraph(place, Color.Yellow, Indent);
            screen.WriteParagraph(sample.Reason, color: null, Indent + 2);
        }

        if (unreadable > MostShown && samples.Count > 0)
        {
            screen.WriteParagraph($"… and {Figures.Count(unreadable - Math.Min(samples.Count, MostShown))} more", Color.Grey, Indent);
        }
    }
}
