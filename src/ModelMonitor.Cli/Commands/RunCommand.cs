using System.CommandLine;
using ModelMonitor.Cli.Inputs;
using ModelMonitor.Cli.Options;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Cli.Runs;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor run</c>: compares captured traffic, or any data, with a baseline.</summary>
internal static class RunCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options, TimeProvider time)
    {
        Option<string> capture = InputOptions.RequiredPath("--capture", "What to check: a file, or a folder of files; here, or s3://bucket/…");
        Option<string> baseline = InputOptions.RequiredPath("--baseline", "The folder of a baseline; here, or s3://bucket/…");
        Option<string> output = InputOptions.RequiredPath("--output", "The folder for the report; here, or s3://bucket/…");
        Option<TimeWindow?> window = new("--window")
        {
            Description = "The span of event time, such as 2026-11-22T10:00Z/PT1H (also START/END). "
                + "Default: the monitor's last window that is due; without a monitor, all time.",
            HelpName = "WINDOW",
            CustomParser = WindowParser.Parse,
        };
        Option<InputFormat?> format = Choice.CreateOption(
            "--format",
            "How the data are stored. Default: capture, as SageMaker endpoints write; transform is what batch "
                + "transforms write, or the manifests of it.",
            ("capture", InputFormat.Capture),
            ("transform", InputFormat.Transform),
            ("csv", InputFormat.Csv),
            ("jsonl", InputFormat.JsonLines),
            ("parquet", InputFormat.Parquet));
        Option<bool> noHeader = InputOptions.NoHeader();
        Option<Compatibility?> compatibility = Choice.CreateOption(
            "--compatibility",
            "Whose judgement to follow. Default: the monitor's, else corrected.",
            ("corrected", Compatibility.Corrected),
            ("sagemaker", Compatibility.SageMaker));
        Option<string?> monitor = InputOptions.Monitor(
            "A monitor file (also s3://…): its schedule, overrides and capture layout hold, and reports are filed by hour.");
        Option<int> threads = InputOptions.Threads(
            Environment.ProcessorCount, "How many threads read; unless given, one for each processor.");
        Command command = new("run", "Compare captured traffic with a baseline, and report what violates it.")
        {
            capture, baseline, output, window, format, noHeader, compatibility, monitor, threads,
        };
        KindOptions kindOptions = new KindOptions(joins: true).AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            RunRequest request = new(
                parsed.GetRequiredValue(capture), parsed.GetRequiredValue(baseline), parsed.GetRequiredValue(output))
            {
                Monitor = parsed.GetValue(monitor),
                Kind = await KindFiles.ReadAsync(kindOptions.Read(parsed), cancellationToken).ConfigureAwait(false),
                Window = parsed.GetValue(window),
                Format = FormatOf(parsed.GetValue(format) ?? InputFormat.Capture, parsed.GetValue(noHeader)),
                Compatibility = parsed.GetValue(compatibility),
                Threads = parsed.GetValue(threads),
            };
            IReadOnlyList<RunResult> results =
                await new RunExecutor(terminal, time).ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => RunJson.Write(writer, results));
            }
            else
            {
                RunReport.Write(terminal.Screen, results);
            }

            // Where nothing could be read, or no row was of use, nothing was judged: that must not pass for clean.
            return results.Any(result => result.Record is { Outcome: RunOutcome.NoData } record && (record.Unreadable > 0 || record.UnusableRows > 0)) ? ExitCode.Failure
                : results.Any(result => result.Record.Violations > 0) ? ExitCode.Violations
                : ExitCode.Clean;
        });
        return command;
    }

    private static InputFormat FormatOf(InputFormat format, bool hasNoHeader) => (format, hasNoHeader) switch
    {
        (_, false) => format,
        (InputFormat.Csv, true) => InputFormat.CsvWithoutHeader,
        _ => throw new ConfigurationException("--no-header", "", $"only CSV has a header, and the format is {format}; leave it out."),
    };
}
