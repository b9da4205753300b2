using System.Text.Json;
using ModelMonitor.Baselines;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Says which version runs use now.</summary>
internal static class PromotionReport
{
    /// <summary>Writes what a promotion, or a way back, came to.</summary>
    public static void Write(Terminal terminal, bool isJson, PromotionResult result)
    {
        if (isJson)
        {
            terminal.WriteJson(writer =>
            {
                writer.WriteStartObject();
                WriteMembers(writer, result);
                writer.WriteEndObject();
            });
            return;
        }

        WriteText(terminal.Screen, result);
    }

    /// <summary>Writes what an import came to.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="isJson">Whether for programs.</param>
    /// <param name="version">The version.</param>
    /// <param name="isNew">Whether it was not there before.</param>
    /// <param name="result">What promoting it came to; null when it was not promoted.</param>
    public static void WriteImport(Terminal terminal, bool isJson, string version, bool isNew, PromotionResult? result)
    {
        if (isJson)
        {
            terminal.WriteJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("version", version);
                writer.WriteBoolean("imported", isNew);
                writer.WriteBoolean("promoted", result is not null);
                if (result is not null)
                {
                    WriteMembers(writer, result);
                }

                writer.WriteEndObject();
            });
            return;
        }

        terminal.Screen.WriteParagraph(
            isNew ? $"Imported as version {version}." : $"Version {version} has the same files; nothing is imported.", Color.Green);
        if (result is not null)
        {
            WriteText(terminal.Screen, result);
        }
        else
        {
            terminal.Screen.WriteParagraph($"It waits: `modelmonitor baseline promote {version}` has runs use it.");
        }
    }

    private static void WriteText(IAnsiConsole screen, PromotionResult result)
    {
        BaselinePromotion now = result.Current;
        screen.WriteParagraph(
            !result.Changed ? $"Version {now.Version} is current already; nothing is changed."
                : result.Previous is null ? $"Version {now.Version} is current, for windows that end from {Figures.Time(now.At)} on and those before."
                : $"Version {now.Version} is current, for windows that end from {Figures.Time(now.At)} on; before it, version {result.Previous}.",
            Color.Green);
    }

    private static void WriteMembers(Utf8JsonWriter writer, PromotionResult result)
    {
        writer.WriteString("current", result.Current.Version);
        writer.WriteString("previous", result.Previous);
        writer.WriteBoolean("changed", result.Changed);
        writer.WriteString("at", result.Current.At);
        writer.WriteString("by", result.Current.By);
        writer.WriteString("reason", result.Current.Reason);
    }
}
