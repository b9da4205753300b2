using System.Text.Json;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes a history as the scripts read it: a list for each figure, of all runs, oldest first.</summary>
internal static class HistoryJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, MonitorHistory history)
    {
        json.WriteStartObject();
        WriteList(json, "start", history.Runs, run => json.WriteNumberValue(run.Window.Start.ToUnixTimeSeconds()));
        WriteList(json, "minutes", history.Runs, run => json.WriteNumberValue((long)(run.Window.End - run.Window.Start).TotalMinutes));
        WriteList(json, "outcome", history.Runs, run => json.WriteNumberValue((int)run.Outcome));
        WriteList(json, "violations", history.Runs, run => json.WriteNumberValue(run.Violations));
        if (KindWords.HasFeatures(history.Kind))
        {
            WriteList(json, "drifted", history.Runs, run => json.WriteNumberValue(run.Drifted));
        }
        else if (history.HasLabels)
        {
            WriteList(json, "labelled", history.Runs, run => WriteNumber(json, run.LabelledShare * 10_000.0));
        }

        WriteList(json, "rows", history.Runs, run => json.WriteNumberValue(run.Rows));
        WriteList(json, "unreadable", history.Runs, run => json.WriteNumberValue(run.Unreadable));
        WriteList(json, "late", history.Runs, run => json.WriteNumberValue(run.LateObjects));
        WriteList(json, "lag", history.Runs, run => WriteNumber(json, run.LagSeconds));
        WriteList(json, "took", history.Runs, run => WriteNumber(json, run.DurationSeconds));
        WriteMarks(json, history);
        json.WriteEndObject();
    }

    /// <summary>What happened besides runs, on the same axis: when, what kind, and what.</summary>
    private static void WriteMarks(Utf8JsonWriter json, MonitorHistory history)
    {
        json.WriteStartArray("marks");
        foreach (HistoryMark mark in history.Marks)
        {
            json.WriteStartArray();
            json.WriteNumberValue(mark.Time.ToUnixTimeSeconds());
            json.WriteStringValue(mark.Kind);
            json.WriteStringValue(SafeText.Shorten(mark.Title));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumberValue(Math.Round(number, 2));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<HistoryRun> runs, Action<HistoryRun> write)
    {
        json.WriteStartArray(name);
        foreach (HistoryRun run in runs)
        {
            write(run);
        }

        json.WriteEndArray();
    }
}
