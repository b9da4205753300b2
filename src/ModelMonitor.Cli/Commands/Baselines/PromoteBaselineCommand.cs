using System.CommandLine;
using ModelMonitor.Baselines;
using ModelMonitor.Cli.Baselines;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Commands.Baselines;

/// <summary><c>modelmonitor baseline promote</c> and <c>rollback</c>: have runs use another version.</summary>
internal static class PromoteBaselineCommand
{
    /// <summary>Creates the command that goes to a version.</summary>
    public static Command Create(Terminal terminal, CommonOptions options, TimeProvider time)
    {
        Argument<string> version = new("VERSION") { Description = "A version, the beginning or the hash of its name, or previous." };
        Command command = new("promote", "Have runs use a version, for windows that end from now on. It stands until a newer training set arrives.")
        {
            version,
        };
        BaselineOptions baseline = new BaselineOptions().AddTo(command, isNoted: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            BaselinePlace place = await baseline.OpenAsync(parsed, cancellationToken).ConfigureAwait(false);
            string name = await place.ResolveAsync(parsed.GetRequiredValue(version), cancellationToken).ConfigureAwait(false);
            PromotionResult result = await new BaselinePromoter(place.Store, time).PromoteAsync(
                place.Monitor, name, baseline.By(parsed), baseline.Reason(parsed), cancellationToken).ConfigureAwait(false);
            PromotionReport.Write(terminal, parsed.GetValue(options.Json), result);
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>Creates the command that goes back.</summary>
    public static Command CreateRollback(Terminal terminal, CommonOptions options, TimeProvider time)
    {
        Command command = new("rollback", "Have runs use the version before the current one again, for windows that end from now on.");
        BaselineOptions baseline = new BaselineOptions().AddTo(command, isNoted: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            BaselinePlace place = await baseline.OpenAsync(parsed, cancellationToken).ConfigureAwait(false);
            PromotionResult result = await new BaselinePromoter(place.Store, time).RollBackAsync(
                place.Monitor, baseline.By(parsed), baseline.Reason(parsed), cancellationToken).ConfigureAwait(false);
            PromotionReport.Write(terminal, parsed.GetValue(options.Json), result);
            return ExitCode.Clean;
        });
        return command;
    }
}
