using System.CommandLine;
using ModelMonitor.Cli.Comparison;
using ModelMonitor.Cli.Options;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Commands;

/// <summary><c>modelmonitor compare</c>: how far the columns of two datasets are apart, without a baseline's constraints.</summary>
internal static class CompareCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, CommonOptions options)
    {
        const string What = "a file or folder of CSV, JSON Lines or Parquet, captures, or a statistics.json; here, or s3://bucket/…";
        Option<string> reference = InputOptions.RequiredPath("--reference", $"The data as they were: {What}");
        Option<string> current = InputOptions.RequiredPath("--current", $"The data as they are: {What}");
        Option<string?> column = new("--column") { Description = "Compare this column only.", HelpName = "NAME" };
        Option<ComparedBy?> method = Choice.CreateOption(
            "--method",
            "How columns are compared: robust (the default, allows for small samples), simple, chi-squared, auto, a drift method such as ks or psi_10 (all are in docs/drift-methods.md), or all, by which a column drifted when any method says so, chance included.",
            "NAME",
            "robust, simple, chi-squared, all, auto or a drift method of docs/drift-methods.md",
            ComparedBy.Words);
        Option<bool> noHeader = InputOptions.NoHeader();
        Command command = new("compare", "Compare two datasets column by column: how far have they drifted apart?")
        {
            reference, current, column, method, noHeader,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ComparedBy by = parsed.GetValue(method) ?? ComparedBy.Words[0].Value;
            DataComparison comparison = await new DataComparer(terminal).CompareAsync(
                parsed.GetRequiredValue(reference),
                parsed.GetRequiredValue(current),
                parsed.GetValue(column),
                by.Distances,
                by.Catalogue,
                parsed.GetValue(noHeader),
                cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(options.Json))
            {
                terminal.WriteJson(writer => ComparisonJson.Write(writer, comparison));
            }
            else
            {
                ComparisonReport.Write(terminal.Screen, comparison);
            }

            return comparison.DriftedCount > 0 ? ExitCode.Violations : ExitCode.Clean;
        });
        return command;
    }
}
