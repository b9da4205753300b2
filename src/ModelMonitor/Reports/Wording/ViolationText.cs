using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelMonitor.Reports.Wording;

/// <summary>Tells in few words what a violation's description says, which begins alike for every feature.</summary>
/// <remarks>A description that is not one of the engine's stays as it is, but for the digits of its numbers.</remarks>
public static partial class ViolationText
{
    /// <summary>The description shortened: <c>expected 100 % Integral, found 99.7 %</c>.</summary>
    public static string Shorten(string description)
    {
        if (DataType().Match(description) is { Success: true } type)
        {
            return $"expected {Share(type, "expected")} {type.Groups["type"].Value}, found {Share(type, "observed")}";
        }

        if (Completeness().Match(description) is { Success: true } completeness)
        {
            return $"expected {Share(completeness, "expected")} complete, found {Share(completeness, "observed")}";
        }

        if (CategoricalValues().Match(description) is { Success: true } domain)
        {
            return $"only {Figures.Share(Parse(domain.Groups["share"].Value))} of the values are among the baseline's";
        }

        if (Columns().Match(description) is { Success: true } columns)
        {
            string names = columns.Groups["names"].Value;
            string which = names.Length == 0 ? "" : $"; {columns.Groups["kind"].Value}: {names}";
            return $"{columns.Groups["current"].Value} columns instead of {columns.Groups["baseline"].Value}{which}";
        }

        string said = NonNegative().Match(description) is { Success: true } negative
            ? $"the minimum is {negative.Groups["minimum"].Value}, expected none below 0"
            : Drift().Replace(description, "");
        return LongNumber().Replace(said, number => Figures.Number(Parse(number.Value)));
    }

    private static string Share(Match match, string group) => Figures.Share(Parse(match.Groups[group].Value) / 100.0);

    private static double Parse(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    [GeneratedRegex(@"^Data type match requirement is not met\. Expected data type: (?<type>\w+), Expected match: (?<expected>[\d.E-]+)%\. Observed: Only (?<observed>[\d.E-]+)% of data is \w+\.$")]
    private static partial Regex DataType();

    [GeneratedRegex(@"^Data completeness requirement is not met\. Expected: (?<expected>[\d.E-]+)%\. Observed: Only (?<observed>[\d.E-]+)%\.$")]
    private static partial Regex Completeness();

    [GeneratedRegex(@"^Value: (?<share>[\d.E-]+) does not meet the constraint requirement! $")]
    private static partial Regex CategoricalValues();

    [GeneratedRegex(@"^There are (?<kind>\w+) columns in current dataset\. Number of columns in current dataset: (?<current>\d+), Number of columns in baseline constraints: (?<baseline>\d+)(\. Columns: (?<names>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^Data non-negative requirement is not met\. Expected minimum: 0\.0\. Observed: The minimum is (?<minimum>.*)\.$")]
    private static partial Regex NonNegative();

    [GeneratedRegex("^Baseline drift (?=distance: |p-value: )")]
    private static partial Regex Drift();

    [GeneratedRegex(@"-?\b\d+\.\d+(E-?\d+)?\b")]
    private static partial Regex LongNumber();
}
