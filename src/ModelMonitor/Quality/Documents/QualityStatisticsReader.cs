using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Statistics.Classification;

namespace ModelMonitor.Quality.Documents;

/// <summary>Reads <c>statistics.json</c> of model quality. Members that are not metrics and not known are left out.</summary>
internal static class QualityStatisticsReader
{
    public static QualityStatisticsDocument Read(JsonPlace root)
    {
        root.Optional("version")?.Number();
        (ProblemType problem, JsonPlace metrics) = Find(root, ProblemWords.Metrics);
        JsonPlace? dataset = root.Optional("dataset");
        JsonPlace? roc = metrics.Optional("receiver_operating_characteristic_curve");
        JsonPlace? precisionRecall = metrics.Optional("precision_recall_curve");
        return new QualityStatisticsDocument(problem, dataset?.Optional("item_count")?.Count() ?? 0, ReadMetrics(metrics))
        {
            Confusion = metrics.Optional("confusion_matrix") is { } confusion ? ReadConfusion(confusion) : null,
            Roc = roc is null ? null : ReadCurve(roc, "false_positive_rates", "true_positive_rates"),
            PrecisionRecall = precisionRecall is null ? null : ReadCurve(precisionRecall, "recalls", "precisions"),
            Reliability = metrics.Optional("reliability_curve") is { } reliability ? ReadReliability(reliability) : null,
            AucErrorBound = metrics.Optional("auc_error_bound")?.Number(),
            AveragePrecisionErrorBound = metrics.Optional("average_precision_error_bound")?.Number(),
            Classes = [.. (metrics.Optional("classes")?.Members() ?? []).Select(one => ReadClass(one.Name, one.Value))],
            Unusable = [.. (dataset?.Optional("unusable_rows")?.Members() ?? []).Select(one => ReadUnusable(one.Name, one.Value))],
            ConfidenceLevel = metrics.Optional("confidence_level")?.NumberIn(0.0, 1.0),
        };
    }

    /// <summary>The member that tells by its name which problem the file is of.</summary>
    internal static (ProblemType Problem, JsonPlace Value) Find(JsonPlace root, Func<ProblemType, string> nameOf)
    {
        foreach (ProblemType problem in Enum.GetValues<ProblemType>())
        {
            if (root.Optional(nameOf(problem)) is { } found)
            {
                return (problem, found);
            }
        }

        string[] names = [.. Enum.GetValues<ProblemType>().Select(nameOf)];
        throw root.Unexpected($"one of {string.Join(", ", names)} in a file of model quality");
    }

    private static List<QualityMetric> ReadMetrics(JsonPlace metrics)
    {
        List<QualityMetric> read = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((string name, JsonPlace member) in metrics.Members())
        {
            bool isMetric = name is not ("confusion_matrix" or "classes") && member.IsObject
                && (member.Optional("value") is not null || member.Optional("standard_deviation") is not null || member.Optional("reason") is not null);
            if (isMetric)
            {
                read.Add(names.Add(name) ? ReadMetric(name, member) : throw member.Unexpected("each metric once"));
            }
        }

        return read;
    }

    private static QualityMetric ReadMetric(string name, JsonPlace metric)
    {
        JsonPlace? deviation = metric.Optional("standard_deviation");
        return new QualityMetric(name, metric.Optional("value")?.Number())
        {
            StandardDeviation = deviation is null ? null : deviation.Word() == "NaN" ? double.NaN : deviation.Number(),
            Low = metric.Optional("lower_bound")?.Number(),
            High = metric.Optional("upper_bound")?.Number(),
            Reason = metric.Optional("reason")?.Text(),
        };
    }

    private static ConfusionMatrix ReadConfusion(JsonPlace confusion)
    {
        List<(string Name, JsonPlace Value)> rows = [.. confusion.Members()];
        string[] classes =
        [
            .. rows.Select(row => row.Name)
                .Concat(rows.SelectMany(row => row.Value.Members()).Select(cell => cell.Name))
                .Distinct(StringComparer.Ordinal),
        ];
        if (classes.Length > ClassCounts.DefaultBound)
        {
            throw confusion.Unexpected($"at most {ClassCounts.DefaultBound} classes");
        }

        ConfusionMatrix matrix = new(classes);
        foreach ((string name, JsonPlace row) in rows)
        {
            foreach ((string predicted, JsonPlace cell) in row.Members())
            {
                matrix.Add(Array.IndexOf(classes, name), Array.IndexOf(classes, predicted), cell.Count());
            }
        }

        return matrix;
    }

    private static QualityCurve ReadCurve(JsonPlace curve, string x, string y)
    {
        double[] xs = curve.Required(x).Numbers();
        double[] ys = curve.Required(y).Numbers();
        return xs.Length == ys.Length ? new QualityCurve(xs, ys) : throw curve.Unexpected($"as many {x} as {y}");
    }

    private static ReliabilityCurve ReadReliability(JsonPlace curve)
    {
        QualityCurve shares = ReadCurve(curve, "mean_probabilities", "positive_shares");
        return new ReliabilityCurve(shares.X, shares.Y, ReadCurve(curve, "mean_probabilities", "counts").Y);
    }

    private static ClassQuality ReadClass(string name, JsonPlace one) => new(name, one.Required("support").Count(), ReadMetrics(one));

    private static UnusableCount ReadUnusable(string reason, JsonPlace one) => new(
        reason, one.Required("count").Count(), one.Optional("samples")?.Items(sample => sample.Text()) ?? []);
}
