using System.CommandLine;
using ModelMonitor.Cli.Comparison;
using ModelMonitor.Cli.Options;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Drift;

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
            "How distances are measured: robust allows for small samples, chi-squared is of categories. Default: robust.",
            ("robust", ComparedBy.Robust),
            ("simple", ComparedBy.Simple),
            ("chi-squared", ComparedBy.ChiSquared),
            ("all", ComparedBy.All));
        Option<bool> noHeader = InputOptions.NoHeader();
        Command command = new("compare", "Compare two datasets column by column: how far have they drifted apart?")
        {
            reference, current, column, method, noHeader,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            DataComparison comparison = await new DataComparer(terminal).CompareAsync(
                parsed.GetRequiredValue(reference),
                parsed.GetRequiredValue(current),
                parsed.GetValue(column),
                MethodsOf(parsed.GetValue(method) ?? ComparedBy.Robust),
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

    private static DistanceMethod[] MethodsOf(ComparedBy method) => method switch
    {
        ComparedBy.Simple => [DistanceMethod.Simple],
        ComparedBy.ChiSquared => [DistanceMethod.ChiSquared],
        ComparedBy.All => [DistanceMethod.Robust, DistanceMethod.Simple, DistanceMethod.ChiSquared],
        _ => [DistanceMethod.Robust],
    };
}
