using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Tests;

/// <summary>A command run in this process, and what came of it.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> RunAsync(params string[] arguments) => RunAsync(TimeProvider.System, arguments);

    public static Task<CommandRun> RunAsync(TimeProvider time, params string[] arguments) =>
        RunAsync(terminal => CommandLine.Create(terminal, time, Invocation.OfTool), arguments);

    /// <summary>That the run failed for a mistake of the user's: one line on the error output, no trace, no result.</summary>
    public void AssertConfigurationError(string expected)
    {
        Assert.Equal((ModelMonitor.Cli.ExitCode.Configuration, ""), (ExitCode, Output));
        string[] lines = Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Contains(expected, lines[0], StringComparison.Ordinal);
        Assert.StartsWith("modelmonitor: ", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.True(lines.Length == 1 || (lines.Length == 2 && lines[1].StartsWith("Run 'modelmonitor ", StringComparison.Ordinal)), Error);
    }

    /// <summary>That no line of the result is wider than a hundred columns, or ends in space.</summary>
    public void AssertFits() => Assert.All(Output.ReplaceLineEndings("\n").Split('\n'), line =>
    {
        Assert.True(DisplayText.WidthOf(line) <= 100, line);
        Assert.Equal(line.TrimEnd(), line);
    });

    public static async Task<CommandRun> RunAsync(
        Func<Terminal, CommandLine> create, string[] arguments, CancellationToken cancellationToken = default)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await create(new Terminal(output, error)).RunAsync(arguments, cancellationToken);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
