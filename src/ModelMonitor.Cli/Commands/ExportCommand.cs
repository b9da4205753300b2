using System.CommandLine;
using System.CommandLine.Parsing;
using ModelMonitor.Cli.Exporting;
using ModelMonitor.Cli.Options;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Exports;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor export</c>: writes stored runs for other tools.</summary>
internal static class ExportCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options)
    {
        Option<string> artifacts = InputOptions.RequiredPath(
            "--artifacts", "Where reports are: the bucket of a deployment, or the --output of `run --monitor`; here, or s3://bucket/…");
        Option<string?> monitor = new("--monitor") { Description = "Only the runs of this monitor.", HelpName = "NAME" };
        Option<DateTimeOffset?> from = Time("--from", "Only windows that begin then or later, such as 2026-11-22 or 2026-11-22T10:00Z.");
        Option<DateTimeOffset?> to = Time("--to", "Only windows that begin before then.");
        Option<string?> csv = Target("--csv", "FILE", "Write one CSV file. A text that a spreadsheet would take for a formula begins with an apostrophe.");
        Option<string?> tensorBoard = Target("--tensorboard", "DIR", "Write event files for `tensorboard --logdir DIR`, one for each monitor.");
        Option<string?> parquet = Target(
            "--parquet", "DIR", "Write Parquet files, one for each run, below monitor=…/date=…; here, or s3://bucket/…");
        Command command = new("export", "Write the metrics of stored runs for other tools: a row for each run, feature and metric.")
        {
            artifacts, monitor, from, to, csv, tensorBoard, parquet,
        };
        (Option<string?> Option, ExportForm Form)[] targets =
            [(csv, ExportForm.Csv), (tensorBoard, ExportForm.TensorBoard), (parquet, ExportForm.Parquet)];
        command.Validators.Add(result =>
        {
            if (targets.Count(target => result.GetResult(target.Option) is not null) != 1)
            {
                result.AddError("export: expected one of --csv, --tensorboard and --parquet");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (Option<string?> option, ExportForm form) = targets.Single(target => parsed.GetValue(target.Option) is not null);
            RunSelection selection = new(parsed.GetValue(monitor), parsed.GetValue(from), parsed.GetValue(to));
            ExportRequest request = new(parsed.GetRequiredValue(artifacts), selection, form, parsed.GetValue(option)!);
            ExportResult result = await RunExporter.ExportAsync(request, cancellationToken).ConfigureAwait(false);
            ExportReport.WriteWarnings(terminal.Error, result);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => ExportReport.WriteJson(writer, result));
            }
            else
            {
                ExportReport.Write(terminal.Output, result);
            }

            // What was left out must not pass for never having been there.
            return result.Unreadable.Count > 0 ? ExitCode.Failure : ExitCode.Clean;
        });
        return command;
    }

    private static Option<string?> Target(string name, string form, string description)
    {
        Option<string?> option = new(name) { Description = description, HelpName = form };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
            {
                result.AddError($"{name}: expected a path, found nothing");
            }
        });
        return option;
    }

    private static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result => Parse(name, result),
    };

    private static DateTimeOffset? Parse(string name, ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (PeriodText.TryParseTime(text, out DateTimeOffset time))
        {
            return time;
        }

        result.AddError($"{name}: expected a time such as 2026-11-22 or 2026-11-22T10:00Z, found '{text}'");
        return null;
    }
}
