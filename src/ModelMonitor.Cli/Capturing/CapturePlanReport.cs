using System.Text.Json;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Endpoints;
using Spectre.Console;
using TableColumn = ModelMonitor.Cli.Rendering.TableColumn;

namespace ModelMonitor.Cli.Capturing;

/// <summary>Shows what would change about an endpoint's capture.</summary>
internal static class CapturePlanReport
{
    /// <summary>Writes it for a person.</summary>
    public static void Write(IAnsiConsole screen, CapturePlan plan, CaptureSettings settings)
    {
        if (plan.Changes.Count == 0)
        {
            screen.WriteParagraph($"{plan.Present} captures what the monitors of {settings.Endpoint} say.", Color.Green);
            return;
        }

        screen.WriteParagraph($"{plan.Present} does not capture what the monitors of {settings.Endpoint} say:");
        TextTable table = new(
            new TableColumn("field"), new TableColumn("present", Shrinks: true), new TableColumn("wanted", Shrinks: true));
        foreach (CaptureChange change in plan.Changes)
        {
            table.Add(new Cell(change.Field), new Cell(change.Present ?? "none", Color.Red), new Cell(change.Wanted, Color.Green));
        }

        table.WriteTo(screen);
        screen.WriteParagraph($"{settings.Endpoint} would be updated to {plan.Name}, a copy with these changes.");
        if (settings.IsDryRun)
        {
            screen.WriteParagraph("The deployment only notes this down, until \"dryRun\" is false in the section capture of each of its monitors.");
        }
    }

    /// <summary>Writes it for programs.</summary>
    public static void WriteJson(Utf8JsonWriter writer, CapturePlan plan, CaptureSettings settings)
    {
        writer.WriteStartObject();
        writer.WriteString("endpoint", settings.Endpoint);
        writer.WriteString("present", plan.Present);
        writer.WriteBoolean("dryRun", settings.IsDryRun);
        writer.WriteStartArray("changes");
        foreach (CaptureChange change in plan.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("field", change.Field);
            writer.WriteString("present", change.Present);
            writer.WriteString("wanted", change.Wanted);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (plan.Configuration is { } configuration)
        {
            writer.WritePropertyName("configuration");
            configuration.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
