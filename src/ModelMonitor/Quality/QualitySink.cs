using System.Globalization;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics.Regression;

namespace ModelMonitor.Quality;

/// <summary>Takes predictions and labels out of rows; a row that lacks one or has something else in its place is counted and left out.</summary>
internal sealed class QualitySink(QualityOptions options, QualityState state) : IRowSink
{
    private readonly BinaryLabels _labels = new(options.PositiveLabel);

    /// <inheritdoc />
    public void Add(RowBatch batch)
    {
        int label = IndexOf(options.GroundTruthAttribute);
        int prediction = PredictionOf(options.InferenceAttribute, label);
        int probability = PredictionOf(options.ProbabilityAttribute, label);
        for (int row = 0; row < batch.RowCount; row++)
        {
            ReadOnlySpan<byte> labelCell = Cell(batch, row, label);
            ReadOnlySpan<byte> predictionCell = Cell(batch, row, prediction);
            if (labelCell.IsEmpty)
            {
                state.Unusable.Add(UnusableReason.MissingLabel, []);
            }
            else if (predictionCell.IsEmpty && options.InferenceAttribute is not null)
            {
                state.Unusable.Add(UnusableReason.MissingPrediction, []);
            }
            else
            {
                switch (options.Problem)
                {
                    case ProblemType.Regression:
                        AddNumbers(predictionCell, labelCell);
                        break;
                    case ProblemType.BinaryClassification:
                        AddBinary(predictionCell, Cell(batch, row, probability), labelCell);
                        break;
                    default:
                        AddClasses(predictionCell, labelCell);
                        break;
                }
            }
        }
    }

    /// <summary>A cell; nothing where there is none, or one of blanks.</summary>
    private static ReadOnlySpan<byte> Cell(RowBatch batch, int row, int column)
    {
        ReadOnlySpan<byte> cell = column < 0 ? [] : batch.Cell(row, column);
        return CellReader.IsBlank(cell) ? [] : cell;
    }

    /// <summary>A column by name, else by index; −1 for none. Readers of named fields may add columns from batch to batch.</summary>
    private int IndexOf(string? attribute)
    {
        int index = attribute is null ? -1 : state.Columns.IndexOf(attribute);
        return index < 0 && int.TryParse(attribute, NumberStyles.None, CultureInfo.InvariantCulture, out int position)
            && position < state.Columns.Count ? position : index;
    }

    /// <summary>The column of a prediction; never that of the label, which joining adds behind the last and an index may reach.</summary>
    private int PredictionOf(string? attribute, int label) => IndexOf(attribute) is var index && index == label ? -1 : index;

    private void AddNumbers(ReadOnlySpan<byte> prediction, ReadOnlySpan<byte> label)
    {
        if (TryReadNumber(label, UnusableReason.UnparseableLabel, out double actual)
            && TryReadNumber(prediction, UnusableReason.UnparseablePrediction, out double predicted))
        {
            state.Regression.Add(predicted, actual, options.Quantile);
        }
    }

    private bool TryReadNumber(ReadOnlySpan<byte> cell, UnusableReason unparseable, out double number)
    {
        UnusableReason? reason = !CellReader.TryReadNumber(cell, out number) ? unparseable
            : !double.IsFinite(number) ? UnusableReason.NotFinite
            : Math.Abs(number) > RegressionState.LargestNumber ? UnusableReason.TooLarge
            : null;
        if (reason is { } known)
        {
            state.Unusable.Add(known, cell);
        }

        return reason is null;
    }

    private void AddBinary(ReadOnlySpan<byte> prediction, ReadOnlySpan<byte> probability, ReadOnlySpan<byte> label)
    {
        double? score = null;
        bool isPredicted = false;
        if (!_labels.TryRead(label, out bool isPositive))
        {
            state.Unusable.Add(UnusableReason.UnparseableLabel, label);
        }
        else if (options.InferenceAttribute is not null && !_labels.TryRead(prediction, out isPredicted))
        {
            state.Unusable.Add(UnusableReason.UnparseablePrediction, prediction);
        }
        else if (options.ProbabilityAttribute is null || TryReadProbability(probability, out score))
        {
            state.Binary.Add(options.InferenceAttribute is null ? score > options.ProbabilityThreshold : isPredicted, isPositive, score);
        }
    }

    private bool TryReadProbability(ReadOnlySpan<byte> cell, out double? probability)
    {
        double number = double.NaN;
        UnusableReason? reason = cell.IsEmpty ? UnusableReason.MissingProbability
            : !CellReader.TryReadNumber(cell, out number) ? UnusableReason.UnparseableProbability
            : !double.IsFinite(number) ? UnusableReason.NotFinite
            : number is < 0.0 or > 1.0 ? UnusableReason.ProbabilityOutOfRange
            : null;
        probability = reason is null ? number : null;
        if (reason is { } known)
        {
            state.Unusable.Add(known, cell);
        }

        return reason is null;
    }

    private void AddClasses(ReadOnlySpan<byte> prediction, ReadOnlySpan<byte> label)
    {
        if (label.Length > CellReader.LongestClassName || prediction.Length > CellReader.LongestClassName)
        {
            state.Unusable.Add(
                UnusableReason.ClassNameTooLong, label.Length > CellReader.LongestClassName ? label : prediction);
            return;
        }

        state.Classes.Add(CellReader.ReadClass(label), CellReader.ReadClass(prediction));
    }
}
