using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>How well scores put positive rows before negative ones: ROC, precision and recall, and the areas under them.</summary>
/// <remarks>
/// The curves are Spark's <c>BinaryClassificationMetrics</c>: one point for each distinct score, descending, so that equal scores
/// make a slope and not a step; (0, 0) and (1, 1) around the ROC, and the first precision once more at a recall of 0.
/// </remarks>
public sealed class RankingCurves
{
    private const double RoundingVariance = 1e-30;
    private const double LeastSlope = 1e-12;
    private const int FewRows = 30;

    private readonly ScoreTally[] _ascending;

    /// <summary>Ranks scores.</summary>
    /// <param name="scores">How often each occurs.</param>
    public RankingCurves(ScoreCounts scores)
    {
        _ascending = scores.ToAscending();
        Positives = _ascending.Sum(tally => tally.Positives);
        Negatives = _ascending.Sum(tally => tally.Negatives);
        IsExact = scores.IsExact;
    }

    /// <summary>Positive rows.</summary>
    public long Positives { get; }

    /// <summary>Negative rows.</summary>
    public long Negatives { get; }

    /// <summary>Whether every score was counted on its own.</summary>
    public bool IsExact { get; }

    /// <summary>
    /// How far <see cref="Area"/> can be from that of the scores themselves: rows of a bin count as equal, which is wrong by at
    /// most half of its pairs. 0 when <see cref="IsExact"/>.
    /// </summary>
    public double AreaError => IsExact || Positives == 0 || Negatives == 0
        ? 0.0
        : _ascending.Sum(tally => (double)tally.Positives * tally.Negatives) / 2.0 / ((double)Positives * Negatives);

    /// <summary>
    /// How far <see cref="AveragePrecision"/> can be from that of the scores themselves, whose order within a bin is not known: positive rows
    /// may come all at once before the negative ones, or one by one behind them. 0 when <see cref="IsExact"/>.
    /// </summary>
    public double AveragePrecisionError()
    {
        double higher = 0.0;
        double lower = 0.0;
        double before = 0.0;
        double truePositives = 0.0;
        for (int i = _ascending.Length - 1; i >= 0 && !IsExact; i--)
        {
            ScoreTally tally = _ascending[i];
            if (tally.Positives > 0)
            {
                double all = (truePositives + tally.Positives) / (before + tally.Positives + tally.Negatives);
                higher += tally.Positives * ((truePositives + tally.Positives) / (before + tally.Positives) - all);

                // Precisions of the positives behind all negatives grow ever more slowly, so their mean is not below that of the first and the last.
                lower += tally.Positives * (all - (truePositives + 1.0) / (before + tally.Negatives + 1.0)) / 2.0;
            }

            before += tally.Positives + tally.Negatives;
            truePositives += tally.Positives;
        }

        return Positives == 0 ? 0.0 : Math.Max(higher, lower) / Positives;
    }

    /// <summary>The false and true positive rates, ascending; a rate of no rows is 0, as Spark has it.</summary>
    public (double[] FalsePositiveRates, double[] TruePositiveRates) Roc()
    {
        double[] falseRates = new double[_ascending.Length + 2];
        double[] trueRates = new double[_ascending.Length + 2];
        long falsePositives = 0;
        long truePositives = 0;
        for (int i = 0; i < _ascending.Length; i++)
        {
            ScoreTally tally = _ascending[^(i + 1)];
            falsePositives += tally.Negatives;
            truePositives += tally.Positives;
            falseRates[i + 1] = Negatives == 0 ? 0.0 : (double)falsePositives / Negatives;
            trueRates[i + 1] = Positives == 0 ? 0.0 : (double)truePositives / Positives;
        }

        falseRates[^1] = 1.0;
        trueRates[^1] = 1.0;
        return (falseRates, trueRates);
    }

    /// <summary>Precision by recall, which ascends.</summary>
    public (double[] Precisions, double[] Recalls) PrecisionRecall()
    {
        double[] precisions = new double[_ascending.Length + 1];
        double[] recalls = new double[_ascending.Length + 1];
        long predicted = 0;
        long truePositives = 0;
        for (int i = 0; i < _ascending.Length; i++)
        {
            ScoreTally tally = _ascending[^(i + 1)];
            predicted += tally.Positives + tally.Negatives;
            truePositives += tally.Positives;
            precisions[i + 1] = (double)truePositives / predicted;
            recalls[i + 1] = Positives == 0 ? 0.0 : (double)truePositives / Positives;
        }

        precisions[0] = _ascending.Length == 0 ? 1.0 : precisions[1];
        return (precisions, recalls);
    }

    /// <summary>The area under the ROC by the trapezoid rule, summed as Spark sums it; with one class only, what comes of rates of 0.</summary>
    public double TrapezoidArea()
    {
        (double[] x, double[] y) = Roc();
        double area = 0.0;
        for (int i = 1; i < x.Length; i++)
        {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2.0;
        }

        return area;
    }

    /// <summary>The area under the ROC with DeLong's standard error; undefined when there is one class only.</summary>
    /// <remarks>
    /// DeLong, DeLong and Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating characteristic
    /// curves", Biometrics 44 (1988), from the counts of each score as in Sun and Xu (2014). The interval is Student's on the logit, with the
    /// rarer class's degrees of freedom. Fewer than 30 rows of a class show too little of their spread, so that the variance is
    /// then at least what an area of that size usually has (Hanley and McNeil, "The meaning and use of the area under a ROC curve",
    /// Radiology 143, 1982). Where all rows are told apart the interval is the exact one of as many trials as the rarer class
    /// has rows; of a single one there is none.
    /// </remarks>
    public Estimate Area(ConfidenceLevel confidence)
    {
        if (Positives == 0 || Negatives == 0)
        {
            return Estimate.Undefined(Positives + Negatives == 0 ? UndefinedReason.NoRows
                : Positives == 0 ? UndefinedReason.NoPositiveLabels : UndefinedReason.NoNegativeLabels);
        }

        double area = TrapezoidArea();
        double positiveSpread = 0.0;
        double negativeSpread = 0.0;
        double positivesBelow = 0.0;
        double negativesBelow = 0.0;
        foreach (ScoreTally tally in _ascending)
        {
            double beaten = (negativesBelow + tally.Negatives / 2.0) / Negatives - area;
            double beating = (Positives - positivesBelow - tally.Positives / 2.0) / Positives - area;
            positiveSpread += tally.Positives * beaten * beaten;
            negativeSpread += tally.Negatives * beating * beating;
            positivesBelow += tally.Positives;
            negativesBelow += tally.Negatives;
        }

        double variance = positiveSpread / Math.Max(1, Positives - 1) / Positives + negativeSpread / Math.Max(1, Negatives - 1) / Negatives;
        double error = variance < RoundingVariance ? 0.0 : Math.Sqrt(variance);
        long fewest = Math.Min(Positives, Negatives);
        double trusted = fewest < FewRows ? Math.Max(variance, LeastVariance(area)) : variance;
        return LogitInterval(Math.Min(area, 1.0), error, trusted, fewest, confidence);
    }

    /// <summary>The average precision Σ (Rᵢ − Rᵢ₋₁)·Pᵢ, with the logit interval; undefined without positive rows.</summary>
    /// <remarks>
    /// Boyd, Eng and Page, "Area under the Precision-Recall Curve: Point Estimates and Confidence Intervals", ECML PKDD 2013:
    /// the logit of the area is taken as normal, here as Student's, with the variance 1/(n·p·(1−p)) of n positive rows. At 0 and 1 it is the
    /// exact one of n trials; of a single positive row there is none.
    /// </remarks>
    public Estimate AveragePrecision(ConfidenceLevel confidence)
    {
        if (Positives == 0)
        {
            return Estimate.Undefined(Negatives == 0 ? UndefinedReason.NoRows : UndefinedReason.NoPositiveLabels);
        }

        (double[] precisions, double[] recalls) = PrecisionRecall();
        double average = 0.0;
        for (int i = 1; i < recalls.Length; i++)
        {
            average += (recalls[i] - recalls[i - 1]) * precisions[i];
        }

        average = Math.Min(average, 1.0);
        double variance = average * (1.0 - average) / Positives;
        return LogitInterval(average, Math.Sqrt(variance), variance, Positives, confidence);
    }

    private static Estimate LogitInterval(double area, double error, double variance, long rows, ConfidenceLevel confidence)
    {
        if (rows < 2)
        {
            return new Estimate(area, error, null, null, UndefinedReason.TooFewRows);
        }

        double slope = area * (1.0 - area);
        if (slope < LeastSlope)
        {
            (double low, double high) = BinomialInterval.Bounds(area * rows, rows, confidence);
            return Estimate.Between(area, error, Math.Min(low, area), Math.Max(high, area));
        }

        double logit = Math.Log(area / (1.0 - area));
        double reach = confidence.T(rows - 1) * Math.Sqrt(variance) / slope;
        return Estimate.Between(area, error, 1.0 / (1.0 + Math.Exp(reach - logit)), 1.0 / (1.0 + Math.Exp(-reach - logit)));
    }

    /// <summary>Hanley and McNeil's variance of an area, whichever of the two classes is the one that spreads.</summary>
    private double LeastVariance(double area)
    {
        double square = area * area;
        double spread = Math.Max(area / (2.0 - area), 2.0 * square / (1.0 + area)) - square;
        return (area * (1.0 - area) + (Positives + Negatives - 2.0) * spread) / ((double)Positives * Negatives);
    }
}
