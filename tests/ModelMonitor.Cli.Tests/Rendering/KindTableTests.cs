using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Runs;
using Spectre.Console;

namespace ModelMonitor.Cli.Tests.Rendering;

/// <summary>The tables of model quality, bias and attribution.</summary>
public sealed class KindTableTests
{
    [Fact]
    public void Write_ModelQuality_HasValueIntervalThresholdAndStateThoseThatViolateFirst()
    {
        string[] lines = Write(screen => QualityTable.Write(screen,
        [
            new QualityFinding("accuracy", 0.9, null, 0.88, 0.92, 0.85, Violated: false, null),
            new QualityFinding("auc", 0.515, null, 0.49, 0.54, 0.94, Violated: true, null),
            new QualityFinding("recall", null, null, null, null, 0.5, Violated: false, "no_positive_labels"),
            new QualityFinding("accuracy_best_constant_classifier", 0.8, null, null, null, null, Violated: false, null),
        ]));

        Assert.Equal(6, lines.Length);
        Assert.Matches("^  ✗ +auc +0.515 +0.490 to 0.540 +0.940 +below threshold$", lines[3]);
        Assert.Matches("^  ✓ +accuracy +0.900 +0.880 to 0.920 +0.850 +meets it$", lines[4]);
        Assert.Matches("^  ✓ +recall +– +0.500 +no positive labels$", lines[5]);
    }

    [Fact]
    public void Write_Bias_HasFacetMetricValueBaselineAndState()
    {
        string[] lines = Write(screen => BiasTable.Write(screen,
        [
            new BiasFinding("Sex", "0", "post-training", "AD") { Value = 0.01, Baseline = 0.02 },
            new BiasFinding("Sex", "0", "post-training", "DI") { Value = 0.35, Lower = 0.3, Upper = 0.4, Baseline = 0.8, Violated = true },
            new BiasFinding("Sex", "0", "post-training", "TE") { Value = double.PositiveInfinity, Reason = "too few rows to judge" },
        ]));

        Assert.Matches("^  ✗ +Sex 0 +DI +0.350 +0.300 to 0.400 +0.800 +worse than it may be$", lines[3]);
        Assert.Matches("^  ✓ +Sex 0 +AD +0.010 +0.020 +within limits$", lines[4]);
        Assert.Matches("^  ○ +Sex 0 +TE +∞ +too few rows to judge$", lines[5]);
    }

    [Fact]
    public void Write_BiasWithARangeOrASample_SaysSo()
    {
        string[] lines = Write(screen => BiasTable.Write(screen,
        [
            new BiasFinding("Sex", "0", "post-training", "DI") { Value = 0.35, Baseline = 0.3, Minimum = 0.8, Maximum = 1.25, Violated = true },
            new BiasFinding("Sex", "0", "post-training", "RD") { Value = 0.05, Maximum = 0.2 },
            new BiasFinding("Sex", "0", "post-training", "FT") { Value = 0.1, SampledRows = 2_048 },
        ]));

        Assert.EndsWith("not within the allowed range, 0.800 to 1.250", lines[3], StringComparison.Ordinal);
        Assert.EndsWith("within the allowed range, at most 0.200", lines[4], StringComparison.Ordinal);
        Assert.EndsWith("within limits; estimated from a sample of 2,048 rows", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Attribution_HasTheScoreAndTheLargestFeatures()
    {
        string[] lines = Write(screen => AttributionTable.Write(screen,
        [
            new AttributionFinding(
                "label0", 0.764, 0.9, true, null, 100, [.. Enumerable.Range(0, 12).Select(i => new FeatureAttribution($"f{i}", i == 3 ? null : i / 10.0, 0.1))]),
        ]));

        Assert.Equal("  label0: NDCG 0.764, threshold 0.900", lines[1]);
        Assert.Matches("^  f11 +0.100 +1.100$", lines[4]);
        Assert.Equal("  … and 2 more; see run.json", lines[^1]);
    }

    [Fact]
    public void Write_NamesOfTenKilobytes_StaysOnTheScreen()
    {
        string name = new('x', 10_000);

        string[] lines = Write(screen =>
        {
            QualityTable.Write(screen, [new QualityFinding(name, 1.0, null, null, null, null, false, name)]);
            BiasTable.Write(screen, [new BiasFinding(name, name, name, "DI") { Reason = name }]);
            AttributionTable.Write(screen, [new AttributionFinding("l", 0.5, 0.9, true, null, 1, [new FeatureAttribution(name, 1.0, 1.0)])]);
        });

        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
    }

    private static string[] Write(Action<IAnsiConsole> write)
    {
        using StringWriter output = new();
        write(new Terminal(output, TextWriter.Null).Screen);
        return output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
