using System.Text;
using ModelMonitor.Documents;

namespace ModelMonitor.Bias;

/// <summary>Decides, now that the whole column is known, which rows are the sensitive facet, as Clarify does.</summary>
/// <param name="isSageMaker">Whether to follow Clarify where it errs, too.</param>
internal sealed class FacetResolver(bool isSageMaker)
{
    /// <summary>The facets of a column.</summary>
    /// <param name="tally">Its counts.</param>
    /// <param name="isThreshold">Whether the baseline took its number for a threshold; null when there is none that says so.</param>
    public IEnumerable<ResolvedFacet> Resolve(FacetTally tally, bool? isThreshold)
    {
        if (tally.Present == 0)
        {
            return [Failed(tally, $"Facet column {tally.Column} is not present in the dataset")];
        }

        return tally.Matched is { } matched ? [OfValues(tally, matched, isThreshold)]
            : tally.Values!.IsOverflowed
                ? [Failed(tally, $"Facet column {tally.Column} has more than {ValueIndex.MaximumValues} values; name those of the facet, or a threshold")]
                : tally.Values.Sorted().Select(index => OfEach(tally, tally.Values, index));
    }

    /// <summary>Whether a column's single number is a threshold.</summary>
    public bool IsContinuous(MatchedColumn column, bool? isThreshold) =>
        column.Rule is { MayBeThreshold: true, Match: ValueMatch.AsClarify } && (isSageMaker ? null : isThreshold) is { } known
            ? known : column.IsContinuous(isSageMaker);

    /// <summary>The values of a rule joined by commas, or the interval above its threshold.</summary>
    public static string Describe(MatchedColumn column, bool isContinuous)
    {
        if (!isContinuous)
        {
            return string.Join(',', column.Rule.Values);
        }

        double threshold = column.Rule.Threshold;
        double maximum = column.Maximum;
        if (maximum == threshold || !double.IsFinite(maximum))
        {
            return "";
        }

        bool areIntegers = column.IsIntegral && !column.Rule.Values[0].AsSpan().ContainsAny('.', 'e', 'E');
        return $"({Number(Math.Min(threshold, maximum), areIntegers)}, {Number(Math.Max(threshold, maximum), areIntegers)}]";
    }

    private static string Number(double value, bool isInteger)
    {
        string text = PythonDouble.ToString(value);
        return isInteger && text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
    }

    private ResolvedFacet OfValues(FacetTally tally, MatchedColumn matched, bool? isThreshold)
    {
        bool isContinuous = IsContinuous(matched, isThreshold);
        int[] sides = [.. Enumerable.Range(0, MatchCodes.Count).Select(code => matched.Rule.Resolve((byte)code, isContinuous, isSageMaker))];
        return new ResolvedFacet(tally, Describe(matched, isContinuous), sides, null);
    }

    private ResolvedFacet OfEach(FacetTally tally, ValueIndex values, int index)
    {
        int[] sides = new int[values.Count + 1];
        Array.Fill(sides, 1);
        sides[0] = isSageMaker ? 1 : 0;
        sides[index + 1] = 2;
        return new ResolvedFacet(tally, Encoding.UTF8.GetString(values.GetText(index)), sides, null);
    }

    private static ResolvedFacet Failed(FacetTally tally, string error) =>
        new(tally, string.Join(',', tally.Rule.Values), [], error);
}
