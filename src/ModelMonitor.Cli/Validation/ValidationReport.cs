using System.Text.Json;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts.Monitors;
using Spectre.Console;

namespace ModelMonitor.Cli.Validation;

/// <summary>Writes what checking monitor files came to.</summary>
internal static class ValidationReport
{
    /// <summary>Writes it for people.</summary>
    public static void WriteText(IAnsiConsole screen, IReadOnlyList<ValidatedMonitor> monitors)
    {
        foreach (ValidatedMonitor monitor in monitors)
        {
            WriteMonitor(screen, monitor);
        }

        int files = monitors.DistinctBy(monitor => monitor.File, StringComparer.Ordinal).Count();
        int wrong = monitors.Where(monitor => !monitor.IsValid).DistinctBy(monitor => monitor.File, StringComparer.Ordinal).Count();
        screen.WriteParagraph(wrong == 0 ? $"{Count(files)}, no problem." : $"{wrong} of {Count(files)} with problems.");
    }

    /// <summary>Writes it for programs.</summary>
    public static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<ValidatedMonitor> monitors)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("monitors");
        foreach (ValidatedMonitor monitor in monitors)
        {
            writer.WriteStartObject();
            writer.WriteString("file", monitor.File);
            writer.WriteBoolean("valid", monitor.IsValid);
            writer.WriteString("name", monitor.Definition?.Name);
            writer.WriteStartArray("problems");
            foreach (MonitorProblem problem in monitor.Problems)
            {
                writer.WriteStartObject();
                writer.WriteString("path", problem.Path);
                writer.WriteNumber("line", problem.Line);
                writer.WriteString("message", problem.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("notes");
            foreach (string note in monitor.Notes)
            {
                writer.WriteStringValue(note);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMonitor(IAnsiConsole screen, ValidatedMonitor monitor)
    {
        if (monitor.IsValid && monitor.Definition is { } definition)
        {
            screen.WriteParagraph(
                $"ok     {monitor.File}: {definition.Name} watches {definition.Endpoint}/{definition.Variant}, {definition.Schedule}",
                Color.Green);
            foreach (string note in monitor.Notes)
            {
                screen.WriteParagraph(note, indent: 7);
            }

            return;
        }

        screen.WriteParagraph($"wrong  {monitor.File}", Color.Red);
        foreach (MonitorProblem problem in monitor.Problems)
        {
            screen.WriteParagraph(problem.Line == 0 ? problem.Path : $"line {problem.Line}, {problem.Path}", indent: 2);
            screen.WriteParagraph(problem.Message, indent: 6);
        }
    }

    private static string Count(int files) => files == 1 ? "1 monitor file" : $"{files} monitor files";
}
