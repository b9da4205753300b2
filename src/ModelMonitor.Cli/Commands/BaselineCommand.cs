using System.CommandLine;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Baselines;
using ModelMonitor.Cli.Commands.Baselines;
using ModelMonitor.Cli.Inputs;
using ModelMonitor.Cli.Options;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor baseline</c>: makes statistics and constraints of a training set; its subcommands look after the versions of a monitor's baseline.</summary>
internal static class BaselineCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options, TimeProvider time)
    {
        Option<string> dataset = InputOptions.RequiredPath("--dataset", "The training set: a file, or a folder of files; here, or s3://bucket/…");
        Option<string> output = InputOptions.RequiredPath("--output", "The folder for the baseline, of data quality statistics.json and constraints.json; here, or s3://bucket/…");
        Option<DatasetFileFormat?> format = InputOptions.DatasetFormat();
        Option<bool> noHeader = InputOptions.NoHeader();
        Option<string?> monitor = InputOptions.Monitor("A monitor file (also s3://…), whose section dataset tells the format.");
        Option<int> threads = InputOptions.Threads(
            standard: 1, "How many threads read; 1 gives the digits of SageMaker Model Monitor.");
        Command command = new("baseline", "Make a baseline of a training set: its statistics, and the constraints they suggest; or look after its versions.")
        {
            dataset, output, format, noHeader, monitor, threads,
            ListBaselinesCommand.Create(terminal, options),
            ShowBaselineCommand.Create(terminal, options),
            DiffBaselinesCommand.Create(terminal, options),
            PromoteBaselineCommand.Create(terminal, options, time),
            PromoteBaselineCommand.CreateRollback(terminal, options, time),
            ImportBaselineCommand.Create(terminal, options, time),
        };
        KindOptions kindOptions = new KindOptions(joins: false).AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(dataset);
            string folder = parsed.GetRequiredValue(output);
            KindRequest asked = await KindFiles.ReadAsync(kindOptions.Read(parsed), cancellationToken).ConfigureAwait(false);
            MonitorDefinition? definition = parsed.GetValue(monitor) is { } file
                ? await MonitorFile.ReadAsync(file, asked.Kind, cancellationToken).ConfigureAwait(false)
                : null;
            MonitorDefinition effective = asked.ApplyTo(definition);
            IKindRunner kind = MonitorKinds.Of(effective);
            IObjectStore input = await StorePath.OpenExistingAsync(path, "--dataset", cancellationToken).ConfigureAwait(false);
            IObjectStore artifacts = StorePath.OpenForWriting(folder, "--output");
            OutputFolder.MustBeApart(folder, path, "--dataset");
            RunSettings settings = new()
            {
                Monitor = definition?.Name ?? "baseline",
                Input = input,
                Artifacts = artifacts,
                Format = await FormatDetector.DetectDatasetAsync(
                    input, parsed.GetValue(format), parsed.GetValue(noHeader), definition?.Dataset, path, cancellationToken)
                    .ConfigureAwait(false),
                Threads = parsed.GetValue(threads),
            };
            BuiltBaseline result = await ProgressBar.ShowAsync(
                terminal,
                "reading",
                progress => BaselineBuilder.BuildAsync(kind, effective, settings, path, progress, cancellationToken)).ConfigureAwait(false);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => BaselineJson.Write(writer, result, folder));
            }
            else
            {
                BaselineReport.Write(terminal.Screen, result, folder);
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
