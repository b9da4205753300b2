using System.Globalization;
using System.Text;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Functions.Logging;

namespace ModelMonitor.Cli.Invoking;

/// <summary>Writes a handler's log for people: a line for each entry, whatever it quotes.</summary>
/// <param name="output">Takes the lines.</param>
/// <param name="least">The least level that is written.</param>
internal sealed class ScreenLogWriter(TextWriter output, LogLevel least) : ILogWriter
{
    private const int LongestText = 1_000;

    private readonly Lock _lock = new();

    /// <inheritdoc />
    public void Write(LogEntry entry)
    {
        if (entry.Level < least)
        {
            return;
        }

        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"{entry.Time.UtcDateTime:HH:mm:ss} {Word(entry.Level)}  {Fit(entry.Message)}");
        foreach (LogField field in entry.Fields)
        {
            line.Append(CultureInfo.InvariantCulture, $"  {field.Name}={(field.Text is { } text ? Fit(text) : $"{field.Number}")}");
        }

        if (entry.Exception is { } exception)
        {
            line.Append(CultureInfo.InvariantCulture, $"  {exception.GetType().Name}: {Fit(exception.Message)}");
        }

        lock (_lock)
        {
            output.WriteLine(line);
        }
    }

    private static string Fit(string text) => DisplayText.Fit(text, LongestText);

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Info => "info ",
        LogLevel.Warn => "warn ",
        LogLevel.Error => "error",
        _ => "fatal",
    };
}
