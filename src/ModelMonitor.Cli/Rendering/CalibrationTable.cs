using ModelMonitor.Drift;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Statistics.Calibration;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes a calibration for people.</summary>
internal static class CalibrationTable
{
    /// <summary>Writes it: the rate of false alarms, the median over all features, and each feature.</summary>
    public static void Write(IAnsiConsole screen, CalibrationReport report)
    {
        screen.WriteParagraph(
            $"At {Figures.Count(report.Rows, "row")} a window and {Figures.Number(report.WindowsPerMonth)} windows a month: "
            + $"at most {FalseAlarms(report.Stated)} a month. {Figures.Count(report.CleanWindows, "simulated window")} without drift come to "
            + $"{Figures.Number(report.Expected)} ({Figures.Number(report.ExpectedLow)} to {Figures.Number(report.ExpectedHigh)} at 95 %).");
        screen.WriteLine();
        TextTable table = new(
            new TableColumn("smallest change seen", MaximumWidth: 32, Shrinks: true),
            new TableColumn("of"),
            new TableColumn("in 1 window", IsRight: true),
            new TableColumn("in 3", IsRight: true),
            new TableColumn("in 12", IsRight: true));
        foreach (IGrouping<SimulatedChange, FeatureSensitivity> group in report.Features.GroupBy(feature => feature.Change).OrderBy(group => group.Key))
        {
            Add(table, $"median of {Figures.Count(group.Count(), "feature")}", new FeatureSensitivity(
                "", group.Key, Median(group, feature => feature.WithinOne), Median(group, feature => feature.WithinThree), Median(group, feature => feature.WithinTwelve)));
        }

        foreach (FeatureSensitivity feature in report.Features)
        {
            Add(table, feature.Name, feature);
        }

        table.WriteTo(screen);
    }

    /// <summary>The name of a change.</summary>
    public static string NameOf(SimulatedChange change) => change switch
    {
        SimulatedChange.Mean => "mean",
        SimulatedChange.Category => "category",
        _ => "missing",
    };

    private static string FalseAlarms(double count) => $"{Figures.Number(count)} false {(count == 1.0 ? "alarm" : "alarms")}";

    private static void Add(TextTable table, string name, FeatureSensitivity feature) => table.Add(
        name, NameOf(feature.Change), Size(feature, feature.WithinOne), Size(feature, feature.WithinThree), Size(feature, feature.WithinTwelve));

    private static string Size(FeatureSensitivity feature, double? size) => size is not { } seen ? "never"
        : feature.Change == SimulatedChange.Mean ? $"{Figures.Number(seen)} σ"
        : $"{Figures.Number(seen * 100.0)} points";

    /// <summary>The median, where a change that is never seen counts as the largest.</summary>
    private static double? Median(IEnumerable<FeatureSensitivity> features, Func<FeatureSensitivity, double?> size)
    {
        double[] sizes = [.. features.Select(feature => size(feature) ?? double.PositiveInfinity).Order()];
        double median = sizes[sizes.Length / 2];
        return double.IsFinite(median) ? median : null;
    }
}
