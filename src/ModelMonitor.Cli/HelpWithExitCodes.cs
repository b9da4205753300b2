using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ModelMonitor.Cli;

/// <summary>A command's help, with what the process returns at its end.</summary>
internal sealed class HelpWithExitCodes : SynchronousCommandLineAction
{
    private readonly HelpAction _help;

    public HelpWithExitCodes(HelpAction help)
    {
        _help = help;
        _help.MaxWidth = Terminal.Width;
    }

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = _help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Exit codes:");
        output.WriteLine("  0 clean, 1 violations, 2 wrong usage or configuration, 3 failure");
        return exitCode;
    }
}
