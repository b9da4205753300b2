using System.CommandLine;
using ModelMonitor.Baselines;
using ModelMonitor.Cli.Baselines;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Commands.Baselines;

/// <summary><c>modelmonitor baseline list</c>: the versions of a monitor's baseline.</summary>
internal static class ListBaselinesCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options)
    {
        Command command = new("list", "List the versions of a monitor's baseline: which one runs use, of what and by whom they were made.");
        BaselineOptions baseline = new BaselineOptions().AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            BaselinePlace place = await baseline.OpenAsync(parsed, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<BaselineListing> listings = await place.ListAsync(cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => BaselineListJson.Write(writer, place.Monitor, listings));
            }
            else
            {
                BaselineListReport.Write(terminal.Screen, place.Monitor, listings);
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
