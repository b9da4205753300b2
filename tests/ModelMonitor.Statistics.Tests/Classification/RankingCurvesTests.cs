using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Tests.Classification;

public sealed class RankingCurvesTests
{
    private const double Z = 1.959963984540054;

    [Fact]
    public void Area_InBins_IsWithinItsStatedError()
    {
        ScoreCounts exact = new();
        ScoreCounts binned = new(64);
        Random random = new(7);
        for (int i = 0; i < 20_000; i++)
        {
            double score = random.NextDouble();
            bool isPositive = random.NextDouble() < score * score;
            exact.Add(score, isPositive);
            binned.Add(score, isPositive);
        }

        RankingCurves truth = new(exact);
        RankingCurves curves = new(binned);

        Assert.Equal(0.0, truth.AreaError);
        Assert.InRange(curves.AreaError, 1e-6, 0.05);
        Assert.InRange(Math.Abs(truth.TrapezoidArea() - curves.TrapezoidArea()), 0.0, curves.AreaError);
    }

    [Fact]
    public void Area_OfTinyProbabilitiesInBins_TellsThemApart()
    {
        ScoreCounts counts = new(2_000);
        for (int i = 1; i <= 20_000; i++)
        {
            counts.Add(1e-6 * i / 20_000.0, i > 19_000);
        }

        Assert.False(counts.IsExact);
        Assert.Equal(1.0, new RankingCurves(counts).TrapezoidArea(), 1e-3);
    }

    [Fact]
    public void Area_StandardError_IsDeLongs()
    {
        // By hand: two positives (0.35, 0.8) over two negatives (0.1, 0.4): shares beaten ½ and 1, beating 1 and ½.
        ScoreCounts counts = new();
        counts.Add(0.1, false);
        counts.Add(0.4, false);
        counts.Add(0.35, true);
        counts.Add(0.8, true);

        Estimate area = new RankingCurves(counts).Area(Z);

        Assert.Equal(0.75, area.Value);
        Assert.Equal(Math.Sqrt(0.125 / 2.0 + 0.125 / 2.0), area.StandardError!.Value, 1e-15);
        Assert.Equal(1.0, area.High);
    }

    [Fact]
    public void Area_OfCompleteSeparation_HasAnIntervalAllTheSame()
    {
        ScoreCounts counts = new();
        for (int i = 0; i < 40; i++)
        {
            counts.Add(i / 40.0, i >= 30);
        }

        Estimate area = new RankingCurves(counts).Area(Z);

        Assert.Equal((1.0, 1.0), (area.Value, area.High));
        Assert.Equal(10.0 / (10.0 + Z * Z), area.Low!.Value, 1e-12);
    }

    [Fact]
    public void Area_OfOneClass_NamesTheReason()
    {
        ScoreCounts counts = new();
        counts.Add(0.5, true);

        Assert.Equal(UndefinedReason.NoNegativeLabels, new RankingCurves(counts).Area(Z).Reason);
        Assert.Equal(1.0, new RankingCurves(counts).AveragePrecision(Z).Value);
        Assert.Equal(UndefinedReason.NoRows, new RankingCurves(new ScoreCounts()).Area(Z).Reason);
    }

    [Fact]
    public void Reliability_OfBorders_IsInTheLowerBin()
    {
        ReliabilityBins bins = ReliabilityBins.CreateEmpty();
        foreach (double probability in new[] { 0.0, 0.1, 0.1000001, 0.3, 1.0 })
        {
            bins.Add(probability, isPositive: true);
        }

        Assert.Equal([2L, 1L, 1L, 1L], bins.ToBins().Select(bin => bin.Count));
    }

    [Fact]
    public void CalibrationError_IsTheSameAtEveryRun_AndWithinItsInterval()
    {
        ReliabilityBin[] bins = [new(0.1, 30, 200), new(0.5, 90, 150), new(0.95, 95, 100)];

        Estimate error = CalibrationError.Of(bins, 0.95);

        // 200/450·|0.1 − 0.15| + 150/450·|0.5 − 0.6| + 100/450·|0.95 − 0.95|
        Assert.Equal((10.0 + 15.0 + 0.0) / 450.0, error.Value!.Value, 1e-15);
        Assert.Equal(error, CalibrationError.Of(bins, 0.95));
        Assert.InRange(error.Value.Value, error.Low!.Value, error.High!.Value);
        Assert.InRange(error.High.Value - error.Low.Value, 0.01, 0.2);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(0.49999999999999994)]
    [InlineData(0.5)]
    [InlineData(0.5000000000000001)]
    [InlineData(0.9999999999999999)]
    [InlineData(1.0)]
    public void Key_OfAnyProbability_GivesItBack(double probability) =>
        Assert.Equal(probability, ScoreKey.ToProbability(ScoreKey.Of(probability), level: 0));
}
