using ModelMonitor.Documents;
using ModelMonitor.Statistics.Classification;

namespace ModelMonitor.Quality.Documents;

/// <summary>Writes <c>statistics.json</c> of model quality; what SageMaker does not have comes after what it has.</summary>
internal static class QualityStatisticsWriter
{
    /// <summary>The metric of two classes that the curves follow.</summary>
    private const string BeforeCurves = "false_negative_rate";

    public static void Write(JacksonWriter writer, QualityStatisticsDocument document)
    {
        writer.BeginObject();
        writer.Member("version", QualityStatisticsDocument.CurrentVersion);
        WriteDataset(writer, document);
        writer.BeginObject(ProblemWords.Metrics(document.Problem));
        if (document.Confusion is { } confusion)
        {
            WriteConfusion(writer, confusion);
        }

        foreach (QualityMetric metric in document.Metrics)
        {
            WriteMetric(writer, metric);
            if (metric.Name == BeforeCurves)
            {
                WriteCurves(writer, document);
            }
        }

        WriteFurther(writer, document);
        writer.EndObject();
        writer.EndObject();
    }

    private static void WriteDataset(JacksonWriter writer, QualityStatisticsDocument document)
    {
        writer.BeginObject("dataset");
        writer.Member("item_count", document.ItemCount);
        if (document.Unusable.Count > 0)
        {
            writer.BeginObject("unusable_rows");
            foreach (UnusableCount unusable in document.Unusable)
            {
                writer.BeginObject(unusable.Reason);
                writer.Member("count", unusable.Count);
                if (unusable.Samples.Count > 0)
                {
                    writer.BeginArray("samples");
                    foreach (string sample in unusable.Samples)
                    {
                        writer.Text(sample);
                    }

                    writer.EndArray();
                }

                writer.EndObject();
            }

            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void WriteConfusion(JacksonWriter writer, ConfusionMatrix confusion)
    {
        writer.BeginObject("confusion_matrix");
        for (int actual = 0; actual < confusion.Classes.Count; actual++)
        {
            writer.BeginObject(confusion.Classes[actual]);
            for (int predicted = 0; predicted < confusion.Classes.Count; predicted++)
            {
                writer.Member(confusion.Classes[predicted], confusion[actual, predicted]);
            }

            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void WriteMetric(JacksonWriter writer, QualityMetric metric)
    {
        writer.BeginObject(metric.Name);
        if (metric.Value is { } value)
        {
            writer.Member("value", value);
        }
        else
        {
            writer.Null("value");
        }

        if (metric.StandardDeviation is { } deviation)
        {
            if (double.IsNaN(deviation))
            {
                writer.Member("standard_deviation", "NaN");
            }
            else
            {
                writer.Member("standard_deviation", deviation);
            }
        }

        if (metric.Low is { } low)
        {
            writer.Member("lower_bound", low);
        }

        if (metric.High is { } high)
        {
            writer.Member("upper_bound", high);
        }

        if (metric.Reason is { } reason)
        {
            writer.Member("reason", reason);
        }

        writer.EndObject();
    }

    private static void WriteCurves(JacksonWriter writer, QualityStatisticsDocument document)
    {
        if (document.Roc is { } roc)
        {
            writer.BeginObject("receiver_operating_characteristic_curve");
            WriteNumbers(writer, "false_positive_rates", roc.X);
            WriteNumbers(writer, "true_positive_rates", roc.Y);
            writer.EndObject();
        }

        if (document.PrecisionRecall is { } precisionRecall)
        {
            writer.BeginObject("precision_recall_curve");
            WriteNumbers(writer, "precisions", precisionRecall.Y);
            WriteNumbers(writer, "recalls", precisionRecall.X);
            writer.EndObject();
        }
    }

    private static void WriteFurther(JacksonWriter writer, QualityStatisticsDocument document)
    {
        if (document.Reliability is { } reliability)
        {
            writer.BeginObject("reliability_curve");
            WriteNumbers(writer, "mean_probabilities", reliability.MeanProbabilities);
            WriteNumbers(writer, "positive_shares", reliability.PositiveShares);
            WriteNumbers(writer, "counts", reliability.Counts);
            writer.EndObject();
        }

        if (document.Classes.Count > 0)
        {
            writer.BeginObject("classes");
            foreach (ClassQuality one in document.Classes)
            {
                writer.BeginObject(one.Name);
                writer.Member("support", one.Support);
                foreach (QualityMetric metric in one.Metrics)
                {
                    WriteMetric(writer, metric);
                }

                writer.EndObject();
            }

            writer.EndObject();
        }

        if (document.AucErrorBound is { } bound)
        {
            writer.Member("auc_error_bound", bound);
        }

        if (document.AveragePrecisionErrorBound is { } precisionBound)
        {
            writer.Member("average_precision_error_bound", precisionBound);
        }

        if (document.ConfidenceLevel is { } level)
        {
            writer.Member("confidence_level", level);
        }
    }

    private static void WriteNumbers(JacksonWriter writer, string name, IReadOnlyList<double> numbers)
    {
        writer.BeginArray(name);
        foreach (double number in numbers)
        {
            writer.Number(number);
        }

        writer.EndArray();
    }
}
