using System.CommandLine;
using ModelMonitor.Baselines;
using ModelMonitor.Cli.Baselines;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Commands.Baselines;

/// <summary><c>modelmonitor baseline show</c>: what a version was made of, and what it demands.</summary>
internal static class ShowBaselineCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options)
    {
        Argument<string> version = new("VERSION")
        {
            Description = "A version, the beginning or the hash of its name, current or previous.",
            DefaultValueFactory = _ => "current",
        };
        Command command = new("show", "Show what a version of a baseline was made of, and what it demands.") { version };
        BaselineOptions baseline = new BaselineOptions().AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            BaselinePlace place = await baseline.OpenAsync(parsed, cancellationToken).ConfigureAwait(false);
            string name = await place.ResolveAsync(parsed.GetRequiredValue(version), cancellationToken).ConfigureAwait(false);
            BaselineListing listing = (await place.ListAsync(cancellationToken).ConfigureAwait(false)).Single(other => other.Version == name);
            IBaseline content = await place.ReadAsync(name, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => BaselineListJson.WriteDetails(writer, listing, content));
            }
            else
            {
                BaselineDetailsReport.Write(terminal.Screen, listing, content);
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
