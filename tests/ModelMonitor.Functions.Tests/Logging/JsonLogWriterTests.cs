using System.Text;
using System.Text.Json;
using ModelMonitor.Functions.Logging;

namespace ModelMonitor.Functions.Tests.Logging;

public sealed class JsonLogWriterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, 250, TimeSpan.Zero);

    private static readonly string[] QuotingKeys = ["message", "key", "errorMessage"];

    [Fact]
    public void Write_Entry_IsOneLineWithLambdasKeys() => Assert.Equal(
        """{"timestamp":"2026-11-22T12:00:00.25Z","level":"WARN","message":"Grüße","requestId":"r","traceId":"t","function":"f","rows":5}""" + "\n",
        Write(LogLevel.Trace, Entry(LogLevel.Warn, "Grüße") with { RequestId = "r", TraceId = "t", Fields = [("rows", 5)] }));

    [Fact]
    public void Write_TextThatForgesALine_StaysInItsOwn()
    {
        const string Forged = "ok\"}\n{\"level\":\"ERROR\",\"message\":\"forged\"}\r\n\u2028\u001b[31m";

        string text = Write(LogLevel.Info, Entry(LogLevel.Info, Forged) with { Fields = [("key", Forged)], Exception = new IOException(Forged) });

        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u2028', text);
        JsonElement line = JsonElement.Parse(text);
        Assert.Equal("INFO", line.GetProperty("level").GetString());
        Assert.All(QuotingKeys, name => Assert.Equal(Forged, line.GetProperty(name).GetString()));
    }

    [Fact]
    public void Write_LoneSurrogate_IsStillALine() =>
        Assert.Equal("a\ufffd", JsonElement.Parse(Write(LogLevel.Info, Entry(LogLevel.Info, "a\ud800"))).GetProperty("message").GetString());

    [Fact]
    public void Write_LongText_IsCut()
    {
        string text = Write(LogLevel.Info, Entry(LogLevel.Info, new string('x', 1_000_000)));
        Assert.InRange(text.Length, 16_000, 17_000);
    }

    [Theory]
    [InlineData(null, "INFO WARN ERROR FATAL")]
    [InlineData("loud", "INFO WARN ERROR FATAL")]
    [InlineData("TRACE", "TRACE DEBUG INFO WARN ERROR FATAL")]
    [InlineData("DEBUG", "DEBUG INFO WARN ERROR FATAL")]
    [InlineData("WARN", "WARN ERROR FATAL")]
    [InlineData("FATAL", "FATAL")]
    public void ParseLevel_Word_DecidesWhatIsWritten(string? word, string expected)
    {
        string text = Write(JsonLogWriter.ParseLevel(word), [.. Enum.GetValues<LogLevel>().Select(level => Entry(level, "m"))]);

        Assert.Equal(
            expected.Split(' '),
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("level").GetString()));
    }

    [Fact]
    public void Write_ManyThreads_NeverMixLines()
    {
        using MemoryStream output = new();
        JsonLogWriter writer = new(Stream.Synchronized(output), LogLevel.Info, "f");

        Parallel.For(0, 1000, i => writer.Write(Entry(LogLevel.Info, new string('x', i))));

        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, 1000), lines.Select(line => JsonElement.Parse(line).GetProperty("message").GetString()!.Length).Order());
    }

    private static LogEntry Entry(LogLevel level, string message) => new() { Time = Noon, Level = level, Message = message };

    private static string Write(LogLevel least, params ReadOnlySpan<LogEntry> entries)
    {
        using MemoryStream output = new();
        JsonLogWriter writer = new(output, least, "f");
        foreach (LogEntry entry in entries)
        {
            writer.Write(entry);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
