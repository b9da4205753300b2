using ModelMonitor.Reading;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes how much could not be read, and where the first of it stands.</summary>
internal static class UnreadableLines
{
    private const int Indent = 17;
    private const int MostShown = 5;

    /// <summary>Writes the counts and some samples: the file and line, and the reason below.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="unreadable">Lines, rows and objects that could not be read.</param>
    /// <param name="unusableNumbers">Numbers that no double holds.</param>
    /// <param name="samples">Samples of both.</param>
    public static void Write(IAnsiConsole screen, long unreadable, long unusableNumbers, IReadOnlyList<UnreadableSample> samples)
    {
        screen.WriteLabelled("unreadable", Figures.Count(unreadable));
        if (unusableNumbers > 0)
        {
            screen.WriteLabelled("beyond doubles", Figures.Count(unusableNumbers, "number"));
        }

        WriteSamples(screen, unreadable + unusableNumbers, samples);
    }

    /// <summary>Writes one count and some samples.</summary>
    public static void Write(IAnsiConsole screen, string label, long unreadable, IReadOnlyList<UnreadableSample> samples)
    {
        screen.WriteLabelled(label, Figures.Count(unreadable));
        WriteSamples(screen, unreadable, samples);
    }

    private static void WriteSamples(IAnsiConsole screen, long count, IReadOnlyList<UnreadableSample> samples)
    {
        foreach (UnreadableSample sample in samples.Take(MostShown))
        {
            string line = sample.Line == 0 ? "" : $":{sample.Line}";
            string place = DisplayText.FitMiddle(sample.File, screen.Profile.Width - Indent - line.Length) + line;
            screen.WriteParagraph(place, Color.Yellow, Indent);
            screen.WriteParagraph(sample.Reason, color: null, Indent + 2);
        }

        long more = count - Math.Min(samples.Count, MostShown);
        if (more > 0 && samples.Count > 0)
        {
            screen.WriteParagraph($"… and {Figures.Count(more)} more", Color.Grey, Indent);
        }
    }
}
