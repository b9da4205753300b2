using System.CommandLine;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Baselines;
using ModelMonitor.Capture;
using ModelMonitor.Cli.Inputs;
using ModelMonitor.Cli.Options;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Rules;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor rules test</c>: tries a monitor's rules and scripts on one record.</summary>
internal static class RulesCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options, TimeProvider time)
    {
        Command command = new("rules", "Work on a monitor's own rules and scripts.");
        command.Add(CreateTest(terminal, options, time));
        return command;
    }

    private static Command CreateTest(Terminal terminal, CommonOptions options, TimeProvider time)
    {
        Option<string> monitor = InputOptions.RequiredPath("--monitor", "The monitor's file; its scripts lie beside it.");
        Option<string> record = InputOptions.RequiredPath("--record", "A captured record, or an object of columns: one JSON document.");
        Option<string?> baseline = new("--baseline") { Description = "A folder with the baseline's statistics.json and constraints.json.", HelpName = "PATH" };
        Command command = new("test", "Try the rules and scripts on one record: what each says, where it fails, and how long it takes.")
        {
            monitor, record, baseline,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string file = parsed.GetRequiredValue(monitor);
            MonitorDefinition definition = await MonitorFile.ReadAsync(file, MonitorKindNames.DataQuality, cancellationToken).ConfigureAwait(false);
            RuleSet rules = RuleSet.Of(definition, file);
            if (rules.IsEmpty)
            {
                throw new ConfigurationException(file, "$.rules", "the monitor has no rule and no script; add one.");
            }

            string name = parsed.GetRequiredValue(record);
            byte[] content = await StorePath.ReadFileAsync(name, "--record", cancellationToken).ConfigureAwait(false)
                ?? throw new ConfigurationException("--record", "", $"there is no file '{name}'; check the path.");
            RuleTrial trial = new(rules, await ReadBaselineAsync(parsed.GetValue(baseline), cancellationToken).ConfigureAwait(false), PositionOf(definition), time);
            (long rows, IReadOnlyList<RuleTrialResult> results) = trial.Run(content, name);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => RuleTrialJson.Write(writer, rows, results));
            }
            else
            {
                RuleTrialReport.Write(terminal.Screen, rows, results);
            }

            return results.Any(result => result.Finding.Violated) ? ExitCode.Violations : ExitCode.Clean;
        });
        return command;
    }

    private static OutputPosition PositionOf(MonitorDefinition monitor) =>
        monitor.Capture.OutputColumnsPosition == OutputColumnsPosition.End ? OutputPosition.End : OutputPosition.Start;

    private static async Task<Baseline?> ReadBaselineAsync(string? path, CancellationToken cancellationToken) => path is null
        ? null
        : await BaselineReader.ReadAsync(
            await StorePath.OpenExistingAsync(path, "--baseline", cancellationToken).ConfigureAwait(false), "", path, cancellationToken).ConfigureAwait(false);
}
