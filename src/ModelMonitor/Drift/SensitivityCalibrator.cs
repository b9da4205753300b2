using ModelMonitor.Constraints;
using ModelMonitor.Documents;
using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Drift;

/// <summary>Simulates windows of a baseline's columns, without drift and with growing changes, and looks at what is called drift.</summary>
/// <remarks>
/// Both sides are drawn anew each time. False alarms are counted at a rate up to thirty times the stated one, and divided by it: at the
/// stated rate itself there would be none to count. Of few windows a month the rate of each is high already: beyond 0.3 it is not raised. A change is looked for in one column; the others are without.
/// </remarks>
public sealed class SensitivityCalibrator
{
    private const int CleanWindows = 200;
    private const int Trials = 40;
    private const double MostMagnified = 30.0;
    private const double LargestRate = 0.3;
    private const double Seen = 0.8;
    private const double Growth = 1.3;

    private readonly List<(string Name, DriftSample Sample, CheckSettings Settings)> _columns = [];
    private readonly EvaluationOptions _options;
    private readonly double _rate;

    /// <summary>Takes a baseline.</summary>
    /// <param name="constraints">What is demanded.</param>
    /// <param name="statistics">The distributions.</param>
    /// <param name="options">The monitor's settings.</param>
    public SensitivityCalibrator(ConstraintsDocument constraints, StatisticsDocument statistics, EvaluationOptions options)
    {
        _options = options;
        _rate = Math.Min(1.0, options.Drift.FalseAlarmsPerMonth / options.WindowsPerMonth);
        Dictionary<string, FeatureStatistics> features = new(StringComparer.Ordinal);
        foreach (FeatureStatistics feature in statistics.Features)
        {
            features[feature.Name] = feature;
        }

        foreach (FeatureConstraints feature in constraints.Features)
        {
            CheckSettings settings = CheckSettings.Resolve(
                feature, constraints.MonitoringConfig, options.Features.GetValueOrDefault(feature.Name), options);
            if (settings is { PerformComparison: true, CalibratedMethod: not null } && features.TryGetValue(feature.Name, out FeatureStatistics? found))
            {
                _columns.Add((feature.Name, ColumnSamples.Of(found), settings));
            }
        }
    }

    /// <summary>How many steps <see cref="Run"/> takes.</summary>
    public int Steps => _columns.Count + CleanWindows;

    /// <summary>Simulates.</summary>
    /// <param name="rows">Rows of a window.</param>
    /// <param name="step">Called after each step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public CalibrationReport Run(long rows, Action step, CancellationToken cancellationToken)
    {
        double magnification = Math.Clamp(LargestRate / _rate, 1.0, MostMagnified);
        Estimate alarms = BinomialInterval.Of(CountFalseAlarms(rows, _rate * magnification, step, cancellationToken), CleanWindows, new ConfidenceLevel(ConfidenceLevel.Default), "");
        double scale = _options.WindowsPerMonth / magnification;
        List<FeatureSensitivity> features = [];
        foreach ((string name, DriftSample sample, CheckSettings settings) in _columns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WindowSimulator simulator = new(name, sample);
            SimulatedChange[] changes = [SimulatedChange.Mean, SimulatedChange.Category, SimulatedChange.Missing];
            features.AddRange(changes
                .Where(simulator.CanDraw)
                .Select(change => Look(DriftOf(sample, settings, change), simulator, name, settings, rows, change)));
            step();
        }

        return new CalibrationReport(rows, _options.WindowsPerMonth, _options.Drift.FalseAlarmsPerMonth, alarms.Value!.Value * scale, features)
        {
            CleanWindows = CleanWindows,
            ExpectedLow = alarms.Low!.Value * scale,
            ExpectedHigh = alarms.High!.Value * scale,
        };
    }

    /// <summary>Decides a column by itself as it would be among the others: its one or two tests have their part of the rate.</summary>
    private CalibratedDrift DriftOf(DriftSample sample, CheckSettings settings, SimulatedChange change)
    {
        int all = _columns.Sum(column => TestsOf(column.Sample, column.Settings));
        int own = TestsOf(sample, settings);
        int added = own == 1 && settings.TestsMissing && change == SimulatedChange.Missing ? 1 : 0;
        return new CalibratedDrift(_rate * (own + added) / (all + added), _options.Nulls);
    }

    private static int TestsOf(DriftSample sample, CheckSettings settings) =>
        settings.TestsMissing && sample.Completeness is { Missing: > 0 } ? 2 : 1;

    private static ComparedColumn Column(string name, DriftSample current, DriftSample reference, CheckSettings settings) =>
        new(name, current, reference, settings.CalibratedMethod!, settings.MinimumEffect)
        {
            MinimumDistance = settings.MinimumDistance,
            TestsMissing = settings.TestsMissing,
        };

    private int CountFalseAlarms(long rows, double rate, Action step, CancellationToken cancellationToken)
    {
        CalibratedDrift drift = new(rate, _options.Nulls);
        WindowSimulator[] simulators = [.. _columns.Select(column => new WindowSimulator(column.Name, column.Sample))];
        int alarms = 0;
        for (int window = 0; window < CleanWindows; window++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ComparedColumn[] columns =
            [
                .. _columns.Select((column, i) => Column(
                    column.Name, simulators[i].Draw(rows, SimulatedChange.Mean, size: 0.0), simulators[i].DrawReference(), column.Settings)),
            ];
            alarms += drift.Decide(columns, LearntSpread.None).Any(decision => decision is { IsDrift: true }) ? 1 : 0;
            step();
        }

        return alarms;
    }

    private static FeatureSensitivity Look(
        CalibratedDrift drift, WindowSimulator simulator, string name, CheckSettings settings, long rows, SimulatedChange change)
    {
        double? one = null;
        double? three = null;
        double? twelve = null;
        double largest = change == SimulatedChange.Mean ? 10.0 : 0.9;
        for (double size = change == SimulatedChange.Mean ? 0.02 : 0.002; size < largest && one is null; size *= Growth)
        {
            int found = 0;
            for (int trial = 0; trial < Trials; trial++)
            {
                ComparedColumn column = Column(name, simulator.Draw(rows, change, size), simulator.DrawReference(), settings);
                found += drift.Decide([column], LearntSpread.None)[0] is { IsDrift: true } ? 1 : 0;
            }

            double share = found / (double)Trials;
            one = share >= Seen ? size : null;
            three ??= share >= Within(3) ? size : null;
            twelve ??= share >= Within(12) ? size : null;
        }

        return new FeatureSensitivity(name, change, one, three, twelve);
    }

    /// <summary>The share of single windows that makes one of several see it four times out of five.</summary>
    private static double Within(int windows) => 1.0 - Math.Pow(1.0 - Seen, 1.0 / windows);
}
