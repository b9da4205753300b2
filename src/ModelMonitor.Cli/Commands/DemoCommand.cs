using System.CommandLine;
using ModelMonitor.Cli.Demonstration;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor demo</c>: a model, its traffic, a drift and the reports, in seconds and without an account.</summary>
internal static class DemoCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options, TimeProvider time, Invocation invocation)
    {
        Option<string> output = new("--output")
        {
            Description = "The folder to make on this machine: new, empty, or of a former demonstration.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "demo",
        };
        Command command = new("demo", "Show a model's traffic drift: makes the data, monitors them, leaves the files.") { output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            bool isJson = parsed.GetValue(options.Json);
            DemoResult result = await new DemoRunner(time).RunAsync(
                parsed.GetRequiredValue(output), isJson ? null : new DemoStory(terminal, invocation), cancellationToken).ConfigureAwait(false);
            if (isJson)
            {
                terminal.WriteJson(writer => DemoJson.Write(writer, result));
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
