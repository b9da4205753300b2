using ModelMonitor.Cli.Rendering;
using ModelMonitor.Runs;
using Spectre.Console;

namespace ModelMonitor.Cli.Tests.Rendering;

public sealed class ProgressBarTests
{
    [Fact]
    public async Task ShowAsync_NoScreen_GivesTheWorkNobodyToTell()
    {
        using StringWriter error = new();
        Terminal terminal = new(TextWriter.Null, error);

        Assert.True(await ProgressBar.ShowAsync(terminal, "reading", progress => Task.FromResult(progress is null)));
        Assert.Empty(error.ToString());
    }

    [Fact]
    public async Task ShowAsync_Screen_ShowsTitleShareAndBytesOnErrorOutputOnly()
    {
        using StringWriter output = new();
        using StringWriter error = new();
        IAnsiConsole screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(error),
        });
        screen.Profile.Width = 100;
        Terminal terminal = new(output, error, progressScreen: screen);

        int result = await ProgressBar.ShowAsync(terminal, "[reading]", progress =>
        {
            progress!.Report(new RunProgress(4_000_000, 4_000_000));
            progress.Report(new RunProgress(1_000_000, 4_000_000)); // Reports of several threads may overtake one another.
            return Task.FromResult(5);
        });

        Assert.Equal((5, ""), (result, output.ToString()));
        Assert.Contains("[reading]", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("100%", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("4.0 MB", error.ToString(), StringComparison.Ordinal);
    }
}
