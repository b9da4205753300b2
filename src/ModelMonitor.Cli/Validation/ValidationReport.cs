using System.Text.Json;
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

        int wrong = monitors.Count(monitor => !monitor.IsValid);
        WriteLine(screen, 0, wrong == 0 ? $"{Count(monitors.Count)}, no problem." : $"{wrong} of {Count(monitors.Count)} with problems.");
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
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMonitor(IAnsiConsole screen, ValidatedMonitor monitor)
    {
        if (monitor.IsValid && monitor.Definition is { } definition)
        {
            WriteLine(
                screen,
                0,
                $"ok     {monitor.File}: {definition.Name} watches {definition.Endpoint}/{definition.Variant}, {definition.Schedule}",
                Color.Green);
            return;
        }

        WriteLine(screen, 0, $"wrong  {monitor.File}", Color.Red);
        foreach (MonitorProblem problem in monitor.Problems)
        {
            WriteLine(screen, 2, problem.Line == 0 ? problem.Path : $"line {problem.Line}, {problem.Path}");
            WriteLine(screen, 6, problem.Message);
        }
    }

    private static void WriteLine(IAnsiConsole screen, int indent, string text, Color? color = null)
    {
        foreach (string line in TextWrapper.Wrap(text, screen.Profile.Width - indent))
        {
            screen.WriteLine($"{new string(' ', indent)}{line}", new Style(color));
        }
    }

    private static string Count(int files) => files == 1 ? "1 monitor file" : $"{files} monitor files";
}
