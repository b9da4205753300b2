using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;
using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Regression;

namespace ModelMonitor.Quality;

/// <summary>What is kept of rows with predictions and labels: the state of one problem, and the rows that were of no use.</summary>
public sealed class QualityState : IMergeableState<QualityState>
{
    /// <summary>Creates the state of no rows.</summary>
    /// <param name="columns">The columns of the rows, to which a reader may add.</param>
    public QualityState(ColumnSet columns)
        : this(columns, RegressionState.CreateEmpty(), BinaryState.CreateEmpty(), ClassCounts.CreateEmpty(), UnusableRows.CreateEmpty())
    {
    }

    private QualityState(ColumnSet columns, RegressionState regression, BinaryState binary, ClassCounts classes, UnusableRows unusable)
    {
        (Columns, Regression, Binary, Classes, Unusable) = (columns, regression, binary, classes, unusable);
    }

    private static ReadOnlySpan<byte> Tag => "QUAL"u8;

    /// <summary>The columns of the rows; they are no part of what is stored.</summary>
    public ColumnSet Columns { get; }

    /// <summary>Of predictions that are numbers; of no rows for other problems.</summary>
    public RegressionState Regression { get; }

    /// <summary>Of predictions of two classes; of no rows for other problems.</summary>
    public BinaryState Binary { get; }

    /// <summary>Of predictions of several classes; of no rows for other problems.</summary>
    public ClassCounts Classes { get; }

    /// <summary>Rows that were of no use, but for those of classes beyond the bound.</summary>
    public UnusableRows Unusable { get; }

    /// <inheritdoc />
    public static QualityState CreateEmpty() => new(new ColumnSet());

    /// <summary>How many rows the metrics are of.</summary>
    public long Usable(ProblemType problem) => problem switch
    {
        ProblemType.Regression => Regression.Count,
        ProblemType.BinaryClassification => Binary.Counts.Count,
        _ => Classes.Count,
    };

    /// <inheritdoc />
    public void MergeFrom(QualityState other)
    {
        Regression.MergeFrom(other.Regression);
        Binary.MergeFrom(other.Binary);
        Classes.MergeFrom(other.Classes);
        Unusable.MergeFrom(other.Unusable);
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        Regression.WriteTo(ref writer);
        Binary.WriteTo(ref writer);
        Classes.WriteTo(ref writer);
        Unusable.WriteTo(ref writer);
    }

    /// <inheritdoc />
    public static QualityState ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        return new QualityState(
            new ColumnSet(),
            RegressionState.ReadFrom(ref reader),
            BinaryState.ReadFrom(ref reader),
            ClassCounts.ReadFrom(ref reader),
            UnusableRows.ReadFrom(ref reader));
    }
}
