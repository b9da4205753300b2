using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Statistics.Classification;

namespace ModelMonitor.Quality.Documents;

/// <summary>What <c>statistics.json</c> of model quality says of predictions with labels.</summary>
/// <param name="Problem">What the model predicts.</param>
/// <param name="ItemCount">The rows that the metrics are of.</param>
/// <param name="Metrics">The metrics in order, no name twice.</param>
public sealed record QualityStatisticsDocument(ProblemType Problem, long ItemCount, IReadOnlyList<QualityMetric> Metrics)
{
    /// <summary>The version of the format.</summary>
    public const double CurrentVersion = 0.0;

    /// <summary>The confusion matrix of a classification; null of a regression.</summary>
    public ConfusionMatrix? Confusion { get; init; }

    /// <summary>True by false positive rates; null without probabilities.</summary>
    public QualityCurve? Roc { get; init; }

    /// <summary>Precisions by recalls; null without probabilities.</summary>
    public QualityCurve? PrecisionRecall { get; init; }

    /// <summary>How often rows of a probability are positive; null without probabilities, and in SageMaker's files.</summary>
    public ReliabilityCurve? Reliability { get; init; }

    /// <summary>How far the area under the ROC can be from the truth because probabilities were counted in bins; null when they were not.</summary>
    public double? AucErrorBound { get; init; }

    /// <summary>How far the average precision can be from the truth for the same reason; null when it cannot.</summary>
    public double? AveragePrecisionErrorBound { get; init; }

    /// <summary>The metrics of each class of several; empty for other problems and in SageMaker's files.</summary>
    public IReadOnlyList<ClassQuality> Classes { get; init; } = [];

    /// <summary>Rows that were left out, by reason; empty in SageMaker's files.</summary>
    public IReadOnlyList<UnusableCount> Unusable { get; init; } = [];

    /// <summary>The confidence of the intervals; null where there are none.</summary>
    public double? ConfidenceLevel { get; init; }

    /// <summary>A metric by its name; null when there is none.</summary>
    public QualityMetric? Find(string name) => Metrics.FirstOrDefault(metric => metric.Name == name);

    /// <summary>Reads a file, written by SageMaker Model Monitor, by this program or by hand.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message has the place.</exception>
    public static QualityStatisticsDocument Read(string source, ReadOnlyMemory<byte> utf8) =>
        JsonPlace.Read(source, utf8, QualityStatisticsReader.Read);

    /// <summary>The file's content in SageMaker's form, without a newline at the end.</summary>
    public byte[] ToUtf8()
    {
        JacksonWriter writer = new();
        QualityStatisticsWriter.Write(writer, this);
        return writer.Written.ToArray();
    }
}
