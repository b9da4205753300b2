using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ModelMonitor.Cli.Commands;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli;

/// <summary>The command <c>modelmonitor</c>: parses arguments, runs one of its commands, and turns what happens into an exit code.</summary>
internal sealed class CommandLine
{
    private const string Name = "modelmonitor";
    private const int LongestMessage = 2_000;

    private readonly Terminal _terminal;
    private readonly CommonOptions _options;
    private readonly RootCommand _root;
    private readonly string _program;

    /// <summary>Creates a command line of the given commands.</summary>
    public CommandLine(Terminal terminal, CommonOptions options, Invocation invocation, params ReadOnlySpan<Command> commands)
    {
        _terminal = terminal;
        _program = invocation.Program;
        _options = options;
        _root = new RootCommand("Watches machine-learning models in production: compares what they see with a baseline.")
        {
            HelpName = _program,
        };
        _root.Add(options.Json);
        _root.Add(options.Verbose);
        foreach (Command command in commands)
        {
            _root.Add(command);
        }

        HelpOption help = _root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
    }

    /// <summary>Creates the command line with all commands there are.</summary>
    /// <param name="terminal">Where the commands write.</param>
    /// <param name="time">Their clock.</param>
    /// <param name="invocation">How the user calls this program.</param>
    public static CommandLine Create(Terminal terminal, TimeProvider time, Invocation invocation)
    {
        CommonOptions options = new();
        return new CommandLine(
            terminal,
            options,
            invocation,
            DemoCommand.Create(terminal, options, time, invocation),
            BaselineCommand.Create(terminal, options, time),
            RunCommand.Create(terminal, options, time),
            CompareCommand.Create(terminal, options),
            CalibrateCommand.Create(terminal, options),
            ExportCommand.Create(terminal, options),
            ValidateCommand.Create(terminal, options),
            RulesCommand.Create(terminal, options, time),
            ReportCommand.Create(terminal, options),
            CaptureCommand.Create(terminal, options),
            InvokeCommand.Create(terminal, options, time));
    }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // A path may begin with @, which would otherwise name a file of further arguments.
        ParseResult parsed = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExitCodes)
        {
            return ReportUsage(parsed);
        }

        InvocationConfiguration invocation = new()
        {
            Output = _terminal.Output,
            Error = _terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _terminal.Error.WriteLine($"{Name}: interrupted");
            return ExitCode.Interrupted;
        }
        catch (ConfigurationException exception)
        {
            return Report(parsed, exception, ExitCode.Configuration);
        }
        catch (Exception exception)
        {
            return Report(parsed, exception, ExitCode.Failure);
        }
    }

    private int ReportUsage(ParseResult parsed)
    {
        // What was typed instead of a command is told, not that a command is missing as well.
        var unknown = parsed.Errors.Where(error => parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal)));
        foreach (var error in unknown.Any() ? unknown : parsed.Errors)
        {
            _terminal.Error.WriteLine($"{Name}: {OnOneLine(error.Message)}");
        }

        _terminal.Error.WriteLine($"Run '{UsageOf(parsed.CommandResult)} --help' to see what it takes.");
        return ExitCode.Configuration;
    }

    /// <summary>The program with its command, and the command within that.</summary>
    private string UsageOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{UsageOf(parent)} {result.Command.Name}" : _program;

    private int Report(ParseResult parsed, Exception exception, int exitCode)
    {
        _terminal.Error.WriteLine(
            $"{Name}: {(parsed.GetValue(_options.Verbose) ? exception.ToString() : OnOneLine(exception.Message))}");
        return exitCode;
    }

    /// <summary>A message may quote a file: it must not steer the terminal, nor fill it.</summary>
    private static string OnOneLine(string message) => DisplayText.Fit(
        string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        LongestMessage);
}
