using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Drift;
using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Tests.Constraints;

namespace ModelMonitor.Tests.Drift;

public sealed class SensitivityCalibratorTests
{
    private const double Weekly = 365.0 / 84.0;

    /// <summary>One window in four may alarm: thirty times that cannot be simulated.</summary>
    [Fact]
    public void Run_FewWindowsAMonth_SimulatesTheStatedRate()
    {
        CalibrationReport report = Calibrate(Numbers(), new DriftSettings(), Weekly, rows: 200);

        Assert.InRange(report.Expected, 0.6, 1.4);
        Assert.InRange(report.Expected, report.ExpectedLow, report.ExpectedHigh);
        Assert.InRange(report.ExpectedHigh - report.ExpectedLow, 0.3, 0.7); // 4 · √(0.3 · 0.7 / 200) · 4.35 / 1.3
    }

    [Fact]
    public void Run_MoreFalseAlarmsThanWindows_ExpectsOneInNearlyEveryWindow()
    {
        CalibrationReport report = Calibrate(Numbers(), Anything(), EvaluationOptions.HourlyWindows, rows: 50);

        Assert.InRange(report.Expected, 700.0, 730.0);
    }

    /// <summary>Where any p-value will do, the smallest change is seen, whether or not missing cells are a second test.</summary>
    [Fact]
    public void Run_ColumnWithMissingCells_CorrectsItsTwoTestsOnce()
    {
        CalibrationReport report = Calibrate(
            Enumerable.Range(0, 1_000).Select(i => i % 10 == 0 ? ",1" : $"{i * 37 % 997},1"), Anything(), EvaluationOptions.HourlyWindows, rows: 100, without: "k");

        FeatureSensitivity mean = report.Features.First(feature => feature is { Name: "x", Change: SimulatedChange.Mean });
        Assert.Equal(0.02, mean.WithinOne);
    }

    /// <summary>A count of 0 to 3 is no more sensitive than a number of as many rows, of which 0.28 standard deviations are seen.</summary>
    [Fact]
    public void Run_NumbersThatManyRowsShare_NeedAsLargeAChange()
    {
        CalibrationReport report = Calibrate(
            Enumerable.Range(0, 2_000).Select(i => $"{i * 37 % 1999},{i * 7 % 4}"), new DriftSettings(), EvaluationOptions.HourlyWindows, rows: 500);

        double number = report.Features.First(feature => feature is { Name: "x", Change: SimulatedChange.Mean }).WithinOne!.Value;
        double count = report.Features.First(feature => feature is { Name: "k", Change: SimulatedChange.Mean }).WithinOne!.Value;
        Assert.InRange(number, 0.15, 0.5);
        Assert.InRange(count / number, 0.5, 2.0);
    }

    private static DriftSettings Anything() => new() { FalseAlarmsPerMonth = 100_000.0, MinimumEffect = 0.0 };

    private static IEnumerable<string> Numbers() => Enumerable.Range(0, 1_000).Select(i => $"{i * 37 % 997},{i * 53 % 991}");

    private static CalibrationReport Calibrate(IEnumerable<string> lines, DriftSettings drift, double windows, long rows, string? without = null)
    {
        EvaluationCase test = new(["x", "k"], lines);
        if (without is not null)
        {
            test.Overrides[without] = new FeatureSettings { Enabled = false };
        }

        return new SensitivityCalibrator(test.Constraints, test.Statistics!, new EvaluationOptions { Drift = drift, WindowsPerMonth = windows, Features = test.Overrides })
            .Run(rows, () => { }, default);
    }
}
