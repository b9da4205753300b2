using System.CommandLine;
using System.Globalization;
using ModelMonitor.Baselines;
using ModelMonitor.Cli.Inputs;
using ModelMonitor.Cli.Options;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Cli.Runs;
using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Drift;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor calibrate</c>: what drift tests would do at a level of traffic, before there is any.</summary>
internal static class CalibrateCommand
{
    private const long MostRows = 1_000_000_000;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options)
    {
        Option<string> baseline = InputOptions.RequiredPath("--baseline", "The baseline: a folder with statistics.json and constraints.json; here, or s3://bucket/…");
        Option<long> rows = new("--rows-per-window")
        {
            Description = "How many rows a window has.",
            HelpName = "N",
            Required = true,
            CustomParser = result =>
            {
                if (!long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long count) || count is < 1 or > MostRows)
                {
                    result.AddError($"--rows-per-window: expected 1 to {MostRows}, found {result.Tokens[0].Value}");
                }

                return count;
            },
        };
        Option<string?> monitor = InputOptions.Monitor("A monitor file (also s3://…), whose schedule and drift settings count.");
        Option<double?> rate = new("--false-alarms-per-month")
        {
            Description = "How many windows a month at most chance may call drifted. Default: what the monitor file says, else 1.",
            HelpName = "X",
            CustomParser = result =>
            {
                if (!double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double count) || !(count is > 0.0 and <= 1e6))
                {
                    result.AddError($"--false-alarms-per-month: expected a number above 0, found {result.Tokens[0].Value}");
                }

                return count;
            },
        };
        Command command = new("calibrate", "Tell how often drift is called by chance, and the smallest changes seen, at a level of traffic.")
        {
            baseline, rows, monitor, rate,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string place = parsed.GetRequiredValue(baseline);
            MonitorDefinition? definition = parsed.GetValue(monitor) is { } file
                ? await MonitorFile.ReadAsync(file, MonitorKindNames.DataQuality, cancellationToken).ConfigureAwait(false)
                : null;
            Baseline read = await PreparedRun.ReadBaselineAsync(place, cancellationToken).ConfigureAwait(false);
            DriftSettings drift = definition?.DataQuality?.Drift ?? new DriftSettings();
            EvaluationOptions evaluation = new()
            {
                Drift = parsed.GetValue(rate) is { } asked ? drift with { FalseAlarmsPerMonth = asked } : drift,
                Features = definition?.DataQuality?.Features ?? new Dictionary<string, FeatureSettings>(StringComparer.Ordinal),
                WindowsPerMonth = definition is null ? EvaluationOptions.HourlyWindows : MonthlyWindows.Of(definition),
            };
            if (read.Statistics is null)
            {
                throw new ConfigurationException("--baseline", "", $"'{place}' has no statistics.json, without which there is no drift to calibrate.");
            }

            SensitivityCalibrator calibrator = new(read.Constraints, read.Statistics, evaluation);
            CalibrationReport report = CalibrationProgress.Show(
                terminal, calibrator.Steps, step => calibrator.Run(parsed.GetRequiredValue(rows), step, cancellationToken));
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => CalibrationJson.Write(writer, report));
            }
            else
            {
                CalibrationTable.Write(terminal.Screen, report);
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
