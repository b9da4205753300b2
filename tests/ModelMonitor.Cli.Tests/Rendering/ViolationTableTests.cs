using ModelMonitor.Cli.Rendering;
using ModelMonitor.Documents;

namespace ModelMonitor.Cli.Tests.Rendering;

public sealed class ViolationTableTests
{
    [Fact]
    public void Write_FeaturesThatViolateAlike_ShareARowAndAreNamed()
    {
        string[] lines = Write([.. Enumerable.Range(0, 60).Select(i => TypeViolation($"State_{i}", "99.7005988023952")), TypeViolation("age", "0.0")]);

        Assert.Matches("^  60 features +data_type_check +expected 100 % Integral, found 99.7 %$", lines[2]);
        Assert.Matches("^    State_0, State_1, .* and [0-9]+ more$", lines[3]);
        int named = lines[3].Split(", ").Length;
        Assert.EndsWith($" and {60 - named} more", lines[3], StringComparison.Ordinal);
        Assert.Matches("^  age +data_type_check +expected 100 % Integral, found 0 %$", lines[4]);
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void Write_TwoFeaturesAlike_HaveARowEach()
    {
        string[] lines = Write([TypeViolation("a", "50.0"), TypeViolation("b", "50.0")]);

        Assert.Matches("^  a +data_type_check", lines[2]);
        Assert.Matches("^  b +data_type_check", lines[3]);
    }

    [Fact]
    public void Write_MoreRowsThanShown_CountsTheViolationsLeftOut()
    {
        string[] lines = Write([.. Enumerable.Range(0, 25).Select(i => TypeViolation($"f{i}", $"{i}.0"))]);
        Assert.Equal("  … and 5 more; see constraint_violations.json", lines[^1]);
    }

    private static Violation TypeViolation(string feature, string observed) => new(
        feature,
        "data_type_check",
        $"Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. Observed: Only {observed}% of data is Integral.");

    private static string[] Write(Violation[] violations)
    {
        using StringWriter output = new();
        ViolationTable.Write(new Terminal(output, TextWriter.Null).Screen, violations);
        return output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
