using System.Text.Json;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Html;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes a history as the scripts read it: a list for each figure, of all runs, oldest first.</summary>
internal static class HistoryJson
{
    private const string Marks = "marks";

    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, MonitorHistory history)
    {
        json.WriteStartObject();
        WriteList(json, "start", history.Runs, run => json.WriteNumberValue(run.Window.Start.ToUnixTimeSeconds()));
        WriteList(json, "minutes", history.Runs, run => json.WriteNumberValue((long)(run.Window.End - run.Window.Start).TotalMinutes));
        WriteList(json, "outcome", history.Runs, run => json.WriteNumberValue((int)run.Outcome));
        WriteList(json, "violations", history.Runs, run => json.WriteNumberValue(run.Violations));
        WriteList(json, "drifted", history.Runs, run => json.WriteNumberValue(run.Drifted));
        WriteList(json, "rows", history.Runs, run => json.WriteNumberValue(run.Rows));
        WriteList(json, "unreadable", history.Runs, run => json.WriteNumberValue(run.Unreadable));
        WriteList(json, "late", history.Runs, run => json.WriteNumberValue(run.LateObjects));
        WriteList(json, "lag", history.Runs, run => WriteNumber(json, run.LagSeconds));
        WriteList(json, "took", history.Runs, run => WriteNumber(json, run.DurationSeconds));
        WriteMarks(json, history);
        json.WriteEndObject();
    }

    /// <summary>What happened besides runs, on the same axis: the run it came with, and what it was.</summary>
    private static void WriteMarks(Utf8JsonWriter json, MonitorHistory history)
    {
        json.WriteStartArray(Marks);
        string? before = history.Runs[0].Baseline;
        for (int i = 1; i < history.Runs.Count; i++)
        {
            if (history.Runs[i].Baseline is { } version && version != before)
            {
                json.WriteStartArray();
                json.WriteNumberValue(i);
                json.WriteStringValue($"baseline {SafeText.Shorten(version)}");
                json.WriteEndArray();
                before = version;
            }
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
