using System.Numerics;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Regression;

/// <summary>The sums of powers of labels, and of their products with squared errors, that the share of explained variance needs.</summary>
/// <remarks>
/// Squares are kept as two doubles, which together are exact, and every product of these is added without rounding: fourth powers of
/// labels around 10⁹ have their first 36 digits in common when the spread is 1.
/// </remarks>
public sealed class LabelSums : IMergeableState<LabelSums>
{
    private readonly ExactSum _errors = new();
    private readonly ExactSum _fourthErrors = new();
    private readonly ExactSum[] _powers = [new(), new(), new(), new()];
    private readonly ExactSum[] _products = [new(), new()];

    private static ReadOnlySpan<byte> Tag => "LSUM"u8;

    /// <inheritdoc />
    public static LabelSums CreateEmpty() => new();

    /// <summary>Adds a row.</summary>
    /// <param name="error">Its label minus its prediction.</param>
    /// <param name="label">Its label.</param>
    public void Add(double error, double label)
    {
        double square = label * label;
        double squareRest = Math.FusedMultiplyAdd(label, label, -square);
        double errorSquare = error * error;
        double errorRest = Math.FusedMultiplyAdd(error, error, -errorSquare);
        _errors.Add(errorSquare);
        _errors.Add(errorRest);
        AddSquare(_fourthErrors, errorSquare, errorRest);
        _powers[0].Add(label);
        _powers[1].Add(square);
        _powers[1].Add(squareRest);
        AddProduct(_powers[2], square, squareRest, label);
        AddSquare(_powers[3], square, squareRest);
        AddProduct(_products[0], errorSquare, errorRest, label);
        AddProduct(_products[1], errorSquare, errorRest, square);
        AddProduct(_products[1], errorSquare, errorRest, squareRest);
    }

    /// <summary>1 − Σe²/Σ(y−ȳ)², with its standard error by the delta method over the two means, and Student's interval with n − 2 degrees of freedom.</summary>
    /// <param name="count">How many rows there are.</param>
    /// <param name="confidence">The confidence wanted.</param>
    public Estimate ExplainedShare(long count, ConfidenceLevel confidence)
    {
        if (count == 0)
        {
            return Estimate.Undefined(UndefinedReason.NoRows);
        }

        const int Unit = -ExactSum.Exponent;
        BigInteger n = count;
        BigInteger errors = _errors.ToInteger();
        BigInteger s1 = _powers[0].ToInteger();
        BigInteger s2 = _powers[1].ToInteger();
        BigInteger spread = n * (s2 << Unit) - s1 * s1; // n·Σ(y−ȳ)², in squared units
        if (spread.Sign <= 0)
        {
            return Estimate.Undefined(UndefinedReason.ConstantLabels);
        }

        BigInteger total = n * (errors << Unit);
        double value = ExactRatio.Divide(spread - total, spread);

        // Σ(e² − r·(y−ȳ)²)² / (Σ(y−ȳ)²)², each of its three sums from raw powers.
        BigInteger products = n * n * (_products[1].ToInteger() << (2 * Unit))
            - 2 * n * s1 * (_products[0].ToInteger() << Unit)
            + s1 * s1 * errors;
        BigInteger fourths = n * n * n * (_powers[3].ToInteger() << (3 * Unit))
            - 4 * n * n * s1 * (_powers[2].ToInteger() << (2 * Unit))
            + 6 * n * s1 * s1 * (s2 << Unit)
            - 3 * BigInteger.Pow(s1, 4);

        // Together over n·(n·Σ(y−ȳ)²)⁴, whole until the one division.
        BigInteger squared = n * n * n * (_fourthErrors.ToInteger() << (3 * Unit)) * spread * spread
            - 2 * n * total * (products << Unit) * spread
            + total * total * fourths;
        double variance = Math.Max(0.0, ExactRatio.Divide(squared, n * BigInteger.Pow(spread, 4)));
        return count < 3 ? Estimate.Of(value, UndefinedReason.TooFewRows)
            : variance == 0.0 ? Estimate.Of(value, UndefinedReason.NoSpread)
            : Estimate.Normal(value, Math.Sqrt(variance), confidence.T(count - 2), least: double.MinValue, most: 1.0);
    }

    /// <inheritdoc />
    public void MergeFrom(LabelSums other)
    {
        ExactSum[] theirs = other.All();
        ExactSum[] mine = All();
        for (int i = 0; i < mine.Length; i++)
        {
            mine[i].MergeFrom(theirs[i]);
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        foreach (ExactSum sum in All())
        {
            sum.WriteTo(ref writer);
        }
    }

    /// <inheritdoc />
    public static LabelSums ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        LabelSums sums = new();
        foreach (ExactSum sum in sums.All())
        {
            sum.MergeFrom(ExactSum.ReadFrom(ref reader));
        }

        return sums;
    }

    private ExactSum[] All() => [_errors, _fourthErrors, .. _powers, .. _products];

    private static void AddProduct(ExactSum sum, double high, double low, double factor)
    {
        sum.AddProduct(high, factor);
        sum.AddProduct(low, factor);
    }

    private static void AddSquare(ExactSum sum, double high, double low)
    {
        sum.AddProduct(high, high);
        sum.AddProduct(2.0 * high, low);
        sum.AddProduct(low, low);
    }
}
