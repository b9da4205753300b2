using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace ModelMonitor.Cli;

/// <summary>Where a command writes: results to the output, everything else to the error output.</summary>
internal sealed class Terminal
{
    /// <summary>The width in columns that no output goes beyond.</summary>
    public const int Width = 100;

    private static readonly JsonWriterOptions JsonOptions =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Creates a terminal.</summary>
    /// <param name="output">Takes the results.</param>
    /// <param name="error">Takes messages.</param>
    /// <param name="hasColors">Whether results may have colors.</param>
    /// <param name="width">The width of the screen; more than <see cref="Width"/> is not used.</param>
    /// <param name="progressScreen">Where progress is shown; null for nowhere.</param>
    public Terminal(
        TextWriter output, TextWriter error, bool hasColors = false, int width = Width, IAnsiConsole? progressScreen = null)
    {
        ProgressScreen = progressScreen;
        Output = output;
        Error = error;
        Screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = hasColors ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        Screen.Profile.Width = Math.Clamp(width, 40, Width);
    }

    /// <summary>Takes the results.</summary>
    public TextWriter Output { get; }

    /// <summary>Takes messages.</summary>
    public TextWriter Error { get; }

    /// <summary>What a command reads where a file is named <c>-</c>; the default is nothing.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>The output for tables and texts that wrap.</summary>
    public IAnsiConsole Screen { get; }

    /// <summary>Where the progress of long work is shown; null where nobody would see it.</summary>
    public IAnsiConsole? ProgressScreen { get; }

    /// <summary>The terminal of the process: colors only on a screen, and not where <c>NO_COLOR</c> is set.</summary>
    public static Terminal OfProcess()
    {
        bool isScreen = !Console.IsOutputRedirected;
        bool hasColors = isScreen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        int width = isScreen && Console.WindowWidth > 0 ? Console.WindowWidth : Width;
        return new Terminal(Console.Out, Console.Error, hasColors, width, ErrorScreen()) { Input = Console.OpenStandardInput() };
    }

    /// <summary>Writes a JSON document to the output.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, JsonOptions))
        {
            write(writer);
        }

        Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static IAnsiConsole? ErrorScreen()
    {
        if (Console.IsErrorRedirected)
        {
            return null;
        }

        IAnsiConsole screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return screen.Profile.Capabilities.Ansi ? screen : null;
    }
}
