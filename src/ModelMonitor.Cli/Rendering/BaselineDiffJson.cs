using System.Text.Json;
using ModelMonitor.Baselines.Differences;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes what is different between two baselines for programs.</summary>
internal static class BaselineDiffJson
{
    /// <summary>Writes it, with every column and every change; what there is not, is null.</summary>
    public static void Write(Utf8JsonWriter writer, string before, string after, BaselineDifference difference)
    {
        writer.WriteStartObject();
        writer.WriteString("before", before);
        writer.WriteString("after", after);
        writer.WriteNumber("breaking", difference.BreakingCount);
        WriteChanges(writer, difference.Changes);
        writer.WriteStartArray("columns");
        foreach (FeatureDifference feature in difference.Features)
        {
            writer.WriteStartObject();
            writer.WriteString("name", feature.Name);
            writer.WriteBoolean("breaking", feature.IsBreaking);
            writer.WriteNumber("weight", feature.Weight);
            if (feature.Drift is { Distance: { } distance } drift)
            {
                writer.WriteStartObject("drift");
                writer.WriteString("measure", drift.Measure.ToString());
                writer.WriteNumber("distance", distance);
                writer.WriteNumber("threshold", drift.Threshold);
                writer.WriteBoolean("drifted", drift.Violated);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNull("drift");
            }

            WriteChanges(writer, feature.Changes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter writer, IReadOnlyList<BaselineChange> changes)
    {
        writer.WriteStartArray("changes");
        foreach (BaselineChange change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", change.Kind.ToString());
            writer.WriteString("what", change.Subject);
            WriteValue(writer, "before", change.Before);
            WriteValue(writer, "after", change.After);
            writer.WriteNumber("weight", change.Weight);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, ChangedValue value)
    {
        if (value.Number is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteString(name, value.Text);
        }
    }
}
