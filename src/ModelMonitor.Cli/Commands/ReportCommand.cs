using System.CommandLine;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Baselines;
using ModelMonitor.Bias;
using ModelMonitor.Cli.Baselines;
using ModelMonitor.Cli.Options;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Contracts;
using ModelMonitor.Quality;
using ModelMonitor.Reports;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor report</c>: builds the website of all runs anew.</summary>
internal static class ReportCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options)
    {
        Option<string> artifacts = InputOptions.RequiredPath("--artifacts", "Where reports and baselines are; here, or s3://bucket/…");
        Option<string> output = InputOptions.RequiredPath("--output", "The folder for the site, which begins at site/index.html; here, or s3://bucket/…");
        Option<string?> monitor = new("--monitor") { Description = "Only this monitor's pages. Default: those of all.", HelpName = "NAME" };
        Option<string?> baseline = new("--baseline")
        {
            Description = "The folder of a baseline, for runs whose baseline is not among the artifacts.",
            HelpName = "PATH",
        };
        Command command = new("report", "Build the website of stored runs: monitors, their history, every run.") { artifacts, output, monitor, baseline };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string folder = parsed.GetRequiredValue(output);
            IObjectStore source = await StorePath.OpenExistingAsync(
                parsed.GetRequiredValue(artifacts), "--artifacts", cancellationToken).ConfigureAwait(false);
            IBaseline? shown = await ReadBaselineAsync(parsed.GetValue(baseline), cancellationToken).ConfigureAwait(false);
            SiteBuilder builder = new(source, StorePath.OpenForWriting(folder, "--output"))
            {
                Baseline = shown?.Statistics,
                QualityBaseline = (shown as QualityBaseline)?.Statistics,
            };
            string? name = parsed.GetValue(monitor);
            SiteContent content = await builder.BuildAsync(name, cancellationToken).ConfigureAwait(false);
            if (content.Runs == 0)
            {
                throw new ConfigurationException(
                    "--artifacts", "", $"no run of {(name is null ? "a monitor" : $"the monitor '{name}'")} is filed under {ObjectKeys.Reports} there; check the path.");
            }

            string index = StorePath.Combine(folder, ObjectKeys.SiteIndex);
            Write(terminal, parsed.GetValue(options.Json), content, index);
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Write(Terminal terminal, bool isJson, SiteContent content, string index)
    {
        if (isJson)
        {
            terminal.WriteJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("monitors", content.Monitors);
                writer.WriteNumber("runs", content.Runs);
                writer.WriteString("page", index);
                writer.WriteEndObject();
            });
            return;
        }

        terminal.Screen.WriteParagraph(
            $"Pages of {Figures.Count(content.Monitors, "monitor")} and {Figures.Count(content.Runs, "run")} are there:");
        terminal.Output.WriteLine($"    {(StorePath.IsS3(index) ? index : new Uri(Path.GetFullPath(index)).AbsoluteUri)}");
    }

    private static async Task<IBaseline?> ReadBaselineAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return null;
        }

        IBaseline baseline = BaselineContent.Read(await BaselineFiles.ReadAsync(path, "--baseline", cancellationToken).ConfigureAwait(false));
        return baseline is AnalysisBaseline
            ? throw new ConfigurationException(
                "--baseline", "", $"'{path}' is a baseline of {string.Join(" and ", baseline.Kinds)}, whose figures the runs have themselves; leave it out.")
            : baseline;
    }
}
