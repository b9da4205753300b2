using System.Runtime.InteropServices;
using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Drift;

/// <summary>Decides which columns of a window drifted, so that chance alone alarms no more often than was asked for.</summary>
/// <remarks>
/// Of each column the distribution is tested, and whether more cells are missing, where any ever were. The p-values of all tests of the window
/// are corrected together by Benjamini and Hochberg. Without any drift the chance that a window has a corrected p-value up to the
/// rate is the rate at most; so the rate is the false alarms of a month over its windows. A method that cannot compare a column, of texts
/// for instance or without a category in common, does not switch its drift off: the column is compared as by <c>auto</c>.
/// </remarks>
internal sealed class CalibratedDrift
{
    private static readonly DriftMethod Missing = DriftMethods.Find("missing_share")!;
    private static readonly DriftMethod Distance = DriftMethods.Find("linf_simple")!;
    private static readonly DriftMethod Numbers = DriftMethods.Find("anderson_darling")!;
    private static readonly DriftMethod Categories = DriftMethods.Find("chi_square_contingency")!;

    private readonly NullDistributions _nulls;
    private readonly double _rate;

    /// <summary>Creates it.</summary>
    /// <param name="rate">The chance of a false alarm in a window.</param>
    /// <param name="nulls">Simulated null distributions of the baseline, for methods that have none of their own.</param>
    public CalibratedDrift(double rate, NullDistributions nulls)
    {
        _rate = Math.Min(rate, 1.0);
        _nulls = nulls;
    }

    /// <summary>Decides for each column, in order; null for one of which nothing can be compared.</summary>
    public DriftDecision?[] Decide(IReadOnlyList<ComparedColumn> columns, LearntSpread spread)
    {
        List<DriftTest> tests = [];
        for (int i = 0; i < columns.Count; i++)
        {
            if (Test(columns[i]) is { } own)
            {
                tests.Add(Widen(own with { Index = i }, spread.Of(columns[i].Name, own.Method.Id)));
            }

            if (columns[i].TestsMissing && columns[i].Method != Missing.Id && TestMissing(columns[i]) is { } missing)
            {
                tests.Add(Widen(missing with { Index = i, IsOfMissing = true }, spread.Of(columns[i].Name, method: null)));
            }
        }

        double[] corrected = FalseDiscoveryRate.BenjaminiHochberg(
            CollectionsMarshal.AsSpan(tests.ConvertAll(test => test.WidenedPValue)));
        DriftDecision?[] decisions = new DriftDecision?[columns.Count];
        for (int i = 0; i < tests.Count; i++)
        {
            DriftTest test = tests[i];
            DriftDecision decision = test.Decide(corrected[i], _rate);
            decisions[test.Index] = decisions[test.Index] is not { } other ? decision
                : decision.IsDrift && !other.IsDrift ? decision with { OwnPValue = other.OwnPValue }
                : other with { MissingPValue = decision.MissingPValue };
        }

        return decisions;
    }

    private static DriftTest Widen(DriftTest test, SpreadInflation inflation) => test with { WidenedPValue = inflation.Correct(test.PValue) };

    private static (DriftMethod Method, string Reason)? Choose(ComparedColumn column)
    {
        if (DriftMethodChooser.Choose(column.Current, column.Reference) is not { } choice)
        {
            return null;
        }

        return choice.Method.Direction == DriftDirection.SmallPValue ? (choice.Method, choice.Reason)
            : choice.Method.Inputs.HasFlag(DriftInputs.Numbers) && column.Current.Numbers is not null && column.Reference.Numbers is not null
            ? (Numbers, "Many rows: the sketches' rank error counts as if there were fewer.")
            : (Categories, "Rare categories: each is tested by itself, exactly.");
    }

    private DriftTest? Test(ComparedColumn column)
    {
        string why = "";
        if (DriftMethods.Find(column.Method) is { } asked)
        {
            DriftMeasurement measured = asked.Measure(column.Current, column.Reference);
            if (Test(column, asked, measured, column.MinimumEffect, "The monitor names it.") is { } test)
            {
                return test;
            }

            why = $"{measured.Reason ?? $"{asked.Name} has no p-value here."} Instead: ";
        }

        // The least effect of a method that does not fit has another unit.
        return Choose(column) is var (method, reason)
            ? Test(column, method, method.Measure(column.Current, column.Reference), why.Length == 0 ? column.MinimumEffect : null, why + reason)
            : null;
    }

    private DriftTest? Test(ComparedColumn column, DriftMethod method, DriftMeasurement measured, double? minimumEffect, string reason)
    {
        if (!measured.IsCompared || PValueOf(column, method, measured) is not { } pValue)
        {
            return null;
        }

        return column.MinimumDistance is { } floor && Distance.Measure(column.Current, column.Reference) is { IsCompared: true } distance
            ? new DriftTest(method, measured with { Effect = distance.Effect }, pValue, floor, reason)
            : new DriftTest(method, measured, pValue, minimumEffect ?? method.PracticalFloor ?? 0.0, reason);
    }

    private double? PValueOf(ComparedColumn column, DriftMethod method, DriftMeasurement measured)
    {
        if (CalibratedPValue.Of(method, measured, column.Current, column.Reference) is { } known)
        {
            return known;
        }

        NullDistribution? simulated = _nulls.Of(method, column.Name, column.Reference, SizeOf(column.Current));
        return simulated is not { StandardDeviation: > 0.0 } && measured.PValue is { } own ? own : simulated?.UpperTail(measured.Statistic);
    }

    private static DriftTest? TestMissing(ComparedColumn column)
    {
        DriftMeasurement measured = Missing.Measure(column.Current, column.Reference);
        return measured.IsCompared
            && column.Current.Completeness is { } now
            && column.Reference.Completeness is { } before
            && now.Missing + before.Missing > 0
            ? new DriftTest(
                Missing, measured, CalibratedPValue.OfMoreMissing(now, before), Missing.PracticalFloor ?? 0.0, "More cells are missing.")
            : null;
    }

    private static double SizeOf(DriftSample sample) =>
        sample.Numbers is { } numbers ? CalibratedPValue.SizeOf(numbers) : sample.Categories?.Total ?? sample.Moments?.Count ?? 1.0;
}
