using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelMonitor.Documents;

namespace ModelMonitor.Bias;

/// <summary>Writes JSON as Clarify does: indented by four spaces, numbers as Python writes them.</summary>
internal static class ClarifyJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 4,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes an object whose members <paramref name="write"/> writes.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a number; infinite ones as the texts <c>Infinity</c> and <c>-Infinity</c>, none as null.</summary>
    public static void WriteMeasure(Utf8JsonWriter writer, double? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case { } number when double.IsFinite(number):
                writer.WriteRawValue(PythonDouble.ToString(number));
                break;
            case { } number:
                writer.WriteStringValue(Text(number));
                break;
        }
    }

    /// <summary>A number as in messages.</summary>
    public static string Text(double value) =>
        double.IsPositiveInfinity(value) ? "Infinity" : double.IsNegativeInfinity(value) ? "-Infinity" : PythonDouble.ToString(value);
}
