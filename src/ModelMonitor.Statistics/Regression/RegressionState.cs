using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Regression;

/// <summary>What is kept of predictions and labels that are numbers: the sums that every regression metric is made of.</summary>
/// <remarks>
/// The sums are exact, so that nothing depends on the order of the rows, and high moments of labels far from zero
/// do not cancel. Only those behind <see cref="PlainAbsolute"/>, <see cref="PlainSquared"/> and <see cref="Labels"/> are
/// rounded at every addition, as Spark's are: SageMaker's last digits come from there.
/// </remarks>
public sealed class RegressionState : IMergeableState<RegressionState>
{
    /// <summary>The largest magnitude of a number that is taken: its fourth powers still have a sum.</summary>
    public const double LargestNumber = 1e70;

    private RegressionState(
        ExactMoments absolute, ExactMoments squared, ExactMoments relative, ExactMoments quantile, LabelSums sums, MomentsState labels) =>
        (Absolute, Squared, Relative, Quantile, Sums, Labels) = (absolute, squared, relative, quantile, sums, labels);

    private static ReadOnlySpan<byte> Tag => "REGR"u8;

    /// <summary>How many rows there are.</summary>
    public long Count => Absolute.Count;

    /// <summary>Of the absolute errors.</summary>
    public ExactMoments Absolute { get; }

    /// <summary>Of the squared errors.</summary>
    public ExactMoments Squared { get; }

    /// <summary>Of the absolute errors as shares of the labels, of those that are not zero.</summary>
    public ExactMoments Relative { get; }

    /// <summary>Absolute errors that are beyond <see cref="LargestNumber"/> times their label, which is not zero.</summary>
    public long RelativeBeyond { get; private set; }

    /// <summary>Of the quantile losses.</summary>
    public ExactMoments Quantile { get; }

    /// <summary>The sum of the absolute errors, added up one after the other.</summary>
    public double PlainAbsolute { get; private set; }

    /// <summary>The sum of the squared errors, added up one after the other.</summary>
    public double PlainSquared { get; private set; }

    /// <summary>Of the labels, by Spark's update.</summary>
    public MomentsState Labels { get; }

    internal LabelSums Sums { get; }

    /// <inheritdoc />
    public static RegressionState CreateEmpty() => new(
        ExactMoments.CreateEmpty(),
        ExactMoments.CreateEmpty(),
        ExactMoments.CreateEmpty(),
        ExactMoments.CreateEmpty(),
        LabelSums.CreateEmpty(),
        MomentsState.CreateEmpty());

    /// <summary>Adds a row.</summary>
    /// <param name="prediction">A number not beyond <see cref="LargestNumber"/>.</param>
    /// <param name="label">A number not beyond <see cref="LargestNumber"/>.</param>
    /// <param name="quantile">The quantile that is predicted, above 0 and below 1: 0.5 for the median.</param>
    public void Add(double prediction, double label, double quantile)
    {
        double error = label - prediction;
        double absolute = Math.Abs(error);
        Absolute.Add(absolute);
        Squared.Add(error * error);
        Quantile.Add(error >= 0.0 ? quantile * error : (quantile - 1.0) * error);
        double relative = absolute / Math.Abs(label);
        if (label != 0.0 && relative <= LargestNumber)
        {
            Relative.Add(relative);
        }
        else if (label != 0.0)
        {
            RelativeBeyond++;
        }

        Sums.Add(error, label);
        PlainAbsolute += absolute;
        PlainSquared += error * error;
        Labels.Add(label);
    }

    /// <inheritdoc />
    public void MergeFrom(RegressionState other)
    {
        Absolute.MergeFrom(other.Absolute);
        Squared.MergeFrom(other.Squared);
        Relative.MergeFrom(other.Relative);
        RelativeBeyond += other.RelativeBeyond;
        Quantile.MergeFrom(other.Quantile);
        Sums.MergeFrom(other.Sums);
        PlainAbsolute += other.PlainAbsolute;
        PlainSquared += other.PlainSquared;
        Labels.MergeFrom(other.Labels);
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 2);
        Absolute.WriteTo(ref writer);
        Squared.WriteTo(ref writer);
        Relative.WriteTo(ref writer);
        Quantile.WriteTo(ref writer);
        Sums.WriteTo(ref writer);
        Labels.WriteTo(ref writer);
        writer.WriteDouble(PlainAbsolute);
        writer.WriteDouble(PlainSquared);
        writer.WriteInt64(RelativeBeyond);
    }

    /// <inheritdoc />
    public static RegressionState ReadFrom(ref StateReader reader)
    {
        byte version = reader.ReadHeader(Tag, newestVersion: 2);
        RegressionState state = new(
            ExactMoments.ReadFrom(ref reader),
            ExactMoments.ReadFrom(ref reader),
            ExactMoments.ReadFrom(ref reader),
            ExactMoments.ReadFrom(ref reader),
            LabelSums.ReadFrom(ref reader),
            MomentsState.ReadFrom(ref reader))
        {
            PlainAbsolute = reader.ReadDouble(),
            PlainSquared = reader.ReadDouble(),
            RelativeBeyond = version == 1 ? 0 : reader.ReadCount(),
        };
        long count = state.Count;
        bool possible = state.Squared.Count == count && state.Quantile.Count == count && state.Labels.Count == count
            && state.Relative.Count <= count - state.RelativeBeyond && state.PlainAbsolute >= 0.0 && state.PlainSquared >= 0.0;
        return possible ? state : throw new CorruptStateException("Errors were stored that no rows have.");
    }
}
