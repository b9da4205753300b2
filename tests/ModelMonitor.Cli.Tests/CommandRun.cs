namespace ModelMonitor.Cli.Tests;

/// <summary>A command run in this process, and what came of it.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> RunAsync(params string[] arguments) => RunAsync(CommandLine.Create, arguments);

    public static async Task<CommandRun> RunAsync(
        Func<Terminal, CommandLine> create, string[] arguments, CancellationToken cancellationToken = default)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await create(new Terminal(output, error)).RunAsync(arguments, cancellationToken);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
