using System.CommandLine;
using System.Text.Json;
using ModelMonitor.Cli.Invoking;
using ModelMonitor.Contracts.Workflow;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor invoke HANDLER</c>: runs a function's handler in this process, on an event from a file.</summary>
internal static class InvokeCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options, TimeProvider time)
    {
        Argument<string> handler = new("HANDLER")
        {
            Description = $"One of {string.Join(", ", HandlerNames.All)}.",
        };
        Option<string> file = new("--event")
        {
            Description = "The event, a JSON file. The folder events has a sample for each handler: events/plan-run.json.",
            HelpName = "FILE",
            Required = true,
        };
        Option<string?> artifacts = Place(
            "--artifacts", $"Where baselines, plans and reports are, a folder or s3://bucket. Default: {FunctionEnvironment.Artifacts}.");
        Option<string?> captures = Place(
            "--captures", $"Where endpoints capture to, a folder or s3://bucket. Default: {FunctionEnvironment.Captures}.");
        Option<string?> monitors = new("--monitors")
        {
            Description = $"The folder of the monitor files. Default: {FunctionEnvironment.Monitors}, else monitors.",
            HelpName = "DIR",
        };
        Command command = new("invoke", "Run a function's handler here, on an event: the answer on standard output, the log on standard error.")
        {
            handler, file, artifacts, captures, monitors,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            InvokeRequest request = new(parsed.GetRequiredValue(handler), parsed.GetRequiredValue(file))
            {
                Artifacts = parsed.GetValue(artifacts),
                Captures = parsed.GetValue(captures),
                Monitors = parsed.GetValue(monitors),
                IsVerbose = parsed.GetValue(options.Verbose),
            };
            HandlerInvoker invoker = new(terminal, time, Environment.GetEnvironmentVariable);
            ReadOnlyMemory<byte> answer = await invoker.InvokeAsync(request, cancellationToken).ConfigureAwait(false);
            using JsonDocument document = JsonDocument.Parse(answer);
            terminal.WriteJson(document.WriteTo);
            return ExitCode.Clean;
        });
        return command;
    }

    private static Option<string?> Place(string name, string description) => new(name) { Description = description, HelpName = "PATH" };
}
