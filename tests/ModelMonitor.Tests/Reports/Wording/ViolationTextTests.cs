using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Tests.Reports.Wording;

public sealed class ViolationTextTests
{
    /// <summary>The descriptions are the texts of SageMaker Model Monitor, and the engine's for the checks it lacks.</summary>
    [Theory]
    [InlineData(
        "Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. Observed: Only 99.7005988023952% of data is Integral.",
        "expected 100 % Integral, found 99.7 %")]
    [InlineData(
        "Data type match requirement is not met. Expected data type: String, Expected match: 100.0%. Observed: Only 1.0E-4% of data is String.",
        "expected 100 % String, found 0.1 %")]
    [InlineData(
        "Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. Observed: Only 99.9999% of data is Integral.",
        "expected 100 % Integral, found 99.9 %")]
    [InlineData(
        "Data completeness requirement is not met. Expected: 100.0%. Observed: Only 87.5%.",
        "expected 100 % complete, found 87.5 %")]
    [InlineData(
        "Baseline drift distance: 0.7553883137355082 exceeds threshold: 0.1",
        "distance: 0.7554 exceeds threshold: 0.1")]
    [InlineData(
        "Baseline drift p-value: 1.2345678E-5 does not exceed threshold: 0.05",
        "p-value: 1.235e-05 does not exceed threshold: 0.05")]
    [InlineData(
        "Value: 0.009009009009009009 does not meet the constraint requirement! ",
        "only 0.9 % of the values are among the baseline's")]
    [InlineData(
        "Data non-negative requirement is not met. Expected minimum: 0.0. Observed: The minimum is -3.125.",
        "the minimum is -3.125, expected none below 0")]
    [InlineData(
        "There are missing columns in current dataset. Number of columns in current dataset: 69, Number of columns in baseline constraints: 70",
        "69 columns instead of 70")]
    [InlineData(
        "There are extra columns in current dataset. Number of columns in current dataset: 71, Number of columns in baseline constraints: 70. Columns: a, b",
        "71 columns instead of 70; extra: a, b")]
    [InlineData("something of another program's", "something of another program's")]
    [InlineData("", "")]
    public void Shorten_Description_SaysWhatWasExpectedAndFound(string description, string expected) =>
        Assert.Equal(expected, ViolationText.Shorten(description));
}
