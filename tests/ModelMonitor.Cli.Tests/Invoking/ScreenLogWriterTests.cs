using ModelMonitor.Cli.Invoking;
using ModelMonitor.Functions.Logging;

namespace ModelMonitor.Cli.Tests.Invoking;

public sealed class ScreenLogWriterTests
{
    private static readonly LogEntry Planned =
        new() { Time = new DateTimeOffset(2026, 11, 22, 12, 3, 4, TimeSpan.Zero), Level = LogLevel.Info, Message = "Planned." };

    [Fact]
    public void Write_Entry_IsALineForPeople() => Assert.Equal(
        $"12:03:04 info   Planned.  monitor=churn  windows=3{Environment.NewLine}",
        Write(Planned with { Fields = [("monitor", "churn"), ("windows", 3)], RequestId = "invoke" }));

    [Fact]
    public void Write_TextThatSteersTheTerminal_IsOneCleanLine() => Assert.Equal(
        $"12:03:04 error  a·b  key=·[31m  IOException: no·disk{Environment.NewLine}",
        Write(Planned with { Level = LogLevel.Error, Message = "a\nb", Fields = [("key", "\u001b[31m")], Exception = new IOException("no\ndisk") }));

    [Fact]
    public void Write_LessThanTheLeastLevel_IsLeftOut() => Assert.Empty(Write(Planned with { Level = LogLevel.Debug }));

    private static string Write(LogEntry entry)
    {
        using StringWriter output = new();
        new ScreenLogWriter(output, LogLevel.Info).Write(entry);
        return output.ToString();
    }
}
