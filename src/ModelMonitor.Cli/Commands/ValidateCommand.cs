using System.CommandLine;
using ModelMonitor.Cli.Validation;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor validate MONITOR…</c>: checks monitor files and says what is wrong and where.</summary>
internal static class ValidateCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options)
    {
        Argument<string[]> paths = new("MONITOR")
        {
            Description = "A monitor file (also s3://…), or a folder of them (its *.json without *.schema.json).",
            Arity = ArgumentArity.OneOrMore,
        };
        Command command = new("validate", "Check monitor files: say what is wrong, and where.") { paths };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<ValidatedMonitor> monitors =
                await MonitorFileValidator.ValidateAsync(parsed.GetRequiredValue(paths), cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => ValidationReport.WriteJson(writer, monitors));
            }
            else
            {
                ValidationReport.WriteText(terminal.Screen, monitors);
            }

            return monitors.TrueForAll(monitor => monitor.IsValid) ? ExitCode.Clean : ExitCode.Configuration;
        });
        return command;
    }
}
