using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Quality;

/// <summary>Makes <c>statistics.json</c> of a state.</summary>
/// <remarks>
/// SageMaker's <c>standard_deviation</c> is that of five random subsamples of 80 % of the rows, of 200 rows or more. The variance
/// of a mean over a subsample without replacement of a share f is (1 − f)/f times that over samples, so ours is half
/// of the standard error: what SageMaker's tends to with the number of subsamples, and the same at every run.
/// </remarks>
public static class QualityStatisticsBuilder
{
    /// <summary>From how many rows on SageMaker gives a standard deviation.</summary>
    public const long RowsForDeviation = 200;

    private const double OfStandardError = 0.5; // √((1 − 0.8) / 0.8)

    /// <summary>Makes the document.</summary>
    /// <param name="state">What is kept of the rows.</param>
    /// <param name="options">What the rows are, and whose document to make.</param>
    public static QualityStatisticsDocument Build(QualityState state, QualityOptions options)
    {
        IReadOnlyList<(string Name, Estimate Estimate)> estimates =
            EstimatedMetrics.Of(state, options.Problem, options.ConfidenceLevel);
        QualityStatisticsDocument document = options.IsSageMaker
            ? new QualityStatisticsDocument(options.Problem, state.Usable(options.Problem), SageMaker(state, options.Problem, estimates))
            : new QualityStatisticsDocument(options.Problem, state.Usable(options.Problem), [.. estimates.Select(Corrected)])
            {
                ConfidenceLevel = options.ConfidenceLevel,
                Unusable = [.. Unusable(state)],
            };
        return options.Problem switch
        {
            ProblemType.BinaryClassification => WithCurves(document, state.Binary, options.IsSageMaker),
            ProblemType.MulticlassClassification => WithClasses(document, state.Classes.ToMatrix(), options),
            _ => document,
        };
    }

    private static List<QualityMetric> SageMaker(
        QualityState state, ProblemType problem, IReadOnlyList<(string Name, Estimate Estimate)> estimates)
    {
        Dictionary<string, Estimate> byName = estimates.ToDictionary(pair => pair.Name, pair => pair.Estimate, StringComparer.Ordinal);
        bool hasDeviation = state.Usable(problem) >= RowsForDeviation;
        return
        [
            .. SageMakerMetrics.Of(state, problem).Select(metric => new QualityMetric(
                metric.Name, double.IsFinite(metric.Value) ? metric.Value : 0.0)
            {
                StandardDeviation = hasDeviation ? OfStandardError * (byName[metric.Name].StandardError ?? 0.0) : double.NaN,
            }),
        ];
    }

    private static QualityMetric Corrected((string Name, Estimate Estimate) metric) => new(metric.Name, metric.Estimate.Value)
    {
        StandardDeviation = OfStandardError * metric.Estimate.StandardError,
        Low = metric.Estimate.Low,
        High = metric.Estimate.High,
        Reason = metric.Estimate.Reason,
    };

    private static IEnumerable<UnusableCount> Unusable(QualityState state)
    {
        foreach (UnusableReason reason in Enum.GetValues<UnusableReason>())
        {
            long count = reason == UnusableReason.TooManyClasses ? state.Classes.Overflow : state.Unusable.Count(reason);
            if (count > 0)
            {
                yield return new UnusableCount(UnusableReasons.Word(reason), count, [.. state.Unusable.Samples(reason)]);
            }
        }
    }

    private static QualityStatisticsDocument WithCurves(QualityStatisticsDocument document, BinaryState state, bool isSageMaker)
    {
        ConfusionMatrix confusion = new(["0", "1"]);
        confusion.Add(0, 0, state.Counts.TrueNegatives);
        confusion.Add(0, 1, state.Counts.FalsePositives);
        confusion.Add(1, 0, state.Counts.FalseNegatives);
        confusion.Add(1, 1, state.Counts.TruePositives);
        document = document with { Confusion = confusion };
        if (state.Scores.Count == 0)
        {
            return document;
        }

        RankingCurves curves = new(state.Scores);
        (double[] falseRates, double[] trueRates) = curves.Roc();
        (double[] precisions, double[] recalls) = curves.PrecisionRecall();
        IReadOnlyList<ReliabilityBin> bins = state.Reliability.ToBins();
        return document with
        {
            Roc = new QualityCurve(falseRates, trueRates).Thinned(),
            PrecisionRecall = new QualityCurve(recalls, precisions).Thinned(),
            AucErrorBound = isSageMaker || curves.IsExact ? null : curves.AreaError,
            AveragePrecisionErrorBound = isSageMaker || curves.IsExact ? null : curves.AveragePrecisionError(),
            Reliability = isSageMaker ? null : new ReliabilityCurve(
                [.. bins.Select(bin => bin.MeanScore)],
                [.. bins.Select(bin => bin.PositiveShare)],
                [.. bins.Select(bin => (double)bin.Count)]),
        };
    }

    private static QualityStatisticsDocument WithClasses(
        QualityStatisticsDocument document, ConfusionMatrix matrix, QualityOptions options)
    {
        ConfidenceLevel confidence = new(options.ConfidenceLevel);
        return document with
        {
            Confusion = matrix,
            Classes = options.IsSageMaker ? [] :
            [
                .. matrix.Classes.Select((name, i) => new ClassQuality(
                    name,
                    matrix.Actual(i),
                    [.. EstimatedMetrics.OfClass(matrix.OneAgainstRest(i), confidence).Select(Corrected)])),
            ],
        };
    }
}
