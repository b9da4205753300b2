using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModelMonitor.Functions.Logging;

/// <summary>Writes the log as lines of JSON with the keys that Lambda and CloudWatch Logs Insights know.</summary>
/// <remarks>
/// A line is one JSON object and one write, whatever its texts hold; texts are cut so that no line is split on
/// its way. A <see cref="ConfigurationException"/> is the user's mistake: it is told without a stack trace.
/// </remarks>
/// <param name="output">Takes the lines; it must bear writes from several threads.</param>
/// <param name="least">The least level that is written.</param>
/// <param name="function">The function's name; null outside of Lambda.</param>
internal sealed class JsonLogWriter(Stream output, LogLevel least, string? function) : ILogWriter
{
    private const int LongestText = 16_000;

    // Line breaks are escaped by this encoder too; it leaves quotes and other scripts readable.
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The level of a word of <c>AWS_LAMBDA_LOG_LEVEL</c>; <see cref="LogLevel.Info"/> for none and for unknown ones.</summary>
    public static LogLevel ParseLevel(string? word) => word switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" => LogLevel.Warn,
        "ERROR" => LogLevel.Error,
        "FATAL" => LogLevel.Fatal,
        _ => LogLevel.Info,
    };

    /// <inheritdoc />
    public void Write(LogEntry entry)
    {
        if (entry.Level < least)
        {
            return;
        }

        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter writer = new(line, Options))
        {
            WriteObject(writer, entry);
        }

        line.Write("\n"u8);
        output.Write(line.WrittenSpan);
        output.Flush();
    }

    private void WriteObject(Utf8JsonWriter writer, LogEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("timestamp"u8, entry.Time.UtcDateTime);
        writer.WriteString("level"u8, WordOf(entry.Level));
        WriteText(writer, "message", entry.Message);
        WriteText(writer, "requestId", entry.RequestId);
        WriteText(writer, "traceId", entry.TraceId);
        WriteText(writer, "function", function);
        foreach (LogField field in entry.Fields)
        {
            if (field.Text is null)
            {
                writer.WriteNumber(field.Name, field.Number);
            }
            else
            {
                WriteText(writer, field.Name, field.Text);
            }
        }

        if (entry.Exception is { } exception)
        {
            WriteText(writer, "errorType", exception.GetType().Name);
            WriteText(writer, "errorMessage", exception.Message);
            WriteText(writer, "stackTrace", exception is ConfigurationException ? null : exception.ToString());
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText)}…");
        }
    }

    private static ReadOnlySpan<byte> WordOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE"u8,
        LogLevel.Debug => "DEBUG"u8,
        LogLevel.Info => "INFO"u8,
        LogLevel.Warn => "WARN"u8,
        LogLevel.Error => "ERROR"u8,
        _ => "FATAL"u8,
    };
}
