using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Tests.Classification;

public sealed class RankingCurvesTests
{
    private static readonly ConfidenceLevel Confidence = new(0.95);

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

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    public void AveragePrecision_InBins_IsWithinItsStatedError(double grain)
    {
        ScoreCounts exact = new();
        ScoreCounts binned = new(64);
        Random random = new(7);
        for (int i = 0; i < 20_000; i++)
        {
            double score = random.NextDouble();
            score = grain == 0.0 ? score : Math.Round(score / grain) * grain;
            bool isPositive = random.NextDouble() < 0.2 * score;
            exact.Add(score, isPositive);
            binned.Add(score, isPositive);
        }

        RankingCurves truth = new(exact);
        RankingCurves curves = new(binned);
        double off = Math.Abs(truth.AveragePrecision(Confidence).Value!.Value - curves.AveragePrecision(Confidence).Value!.Value);

        Assert.Equal(0.0, truth.AveragePrecisionError());
        Assert.InRange(off, 1e-7, curves.AveragePrecisionError());
        Assert.InRange(curves.AveragePrecisionError(), 1e-4, 0.2);
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

        Estimate area = new RankingCurves(counts).Area(Confidence);

        Assert.Equal(0.75, area.Value);
        Assert.Equal(Math.Sqrt(0.125 / 2.0 + 0.125 / 2.0), area.StandardError!.Value, 1e-15);
        Assert.InRange(area.High!.Value, 0.999, 1.0); // two rows of a class tell next to nothing
        Assert.InRange(area.Low!.Value, 0.0, 0.001);
    }

    [Fact]
    public void Area_OfCompleteSeparation_HasAnIntervalAllTheSame()
    {
        ScoreCounts counts = new();
        for (int i = 0; i < 40; i++)
        {
            counts.Add(i / 40.0, i >= 30);
        }

        Estimate area = new RankingCurves(counts).Area(Confidence);

        Assert.Equal((1.0, 1.0), (area.Value, area.High));
        Assert.Equal(Math.Pow(0.025, 0.1), area.Low!.Value, 1e-12);
    }

    [Fact]
    public void Area_OfOneClass_NamesTheReason()
    {
        ScoreCounts counts = new();
        counts.Add(0.5, true);

        Assert.Equal(UndefinedReason.NoNegativeLabels, new RankingCurves(counts).Area(Confidence).Reason);
        Assert.Equal(1.0, new RankingCurves(counts).AveragePrecision(Confidence).Value);
        Assert.Equal(UndefinedReason.NoRows, new RankingCurves(new ScoreCounts()).Area(Confidence).Reason);
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
    public void Area_OfASingleRowOfAClass_HasNoInterval()
    {
        ScoreCounts counts = new();
        counts.Add(0.4, true);
        for (int i = 0; i < 1_000; i++)
        {
            counts.Add(i / 1_000.0, false);
        }

        Estimate area = new RankingCurves(counts).Area(Confidence);
        Estimate precision = new RankingCurves(counts).AveragePrecision(Confidence);

        Assert.Equal(0.4005, area.Value!.Value, 1e-12);
        Assert.Equal((null, null, "too_few_rows"), (area.Low, area.High, area.Reason));
        Assert.Equal((null, null, "too_few_rows"), (precision.Low, precision.High, precision.Reason));
    }

    // Positives of N(1.4657, 1) over negatives of N(0, 1) have an area of 0.85. DeLong's normal interval missed it in 20 % of windows of two positives.
    [Theory]
    [InlineData(2, 200, 600)]
    [InlineData(5, 200, 600)]
    [InlineData(20, 20, 1_500)]
    [InlineData(200, 5, 600)]
    public void Area_OfAFewRowsOfAClass_MissesTheTruthAtMostAsOftenAsAsked(int positives, int negatives, int trials)
    {
        ConfidenceLevel confidence = new(0.98);
        Random random = new(11);
        int missed = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            ScoreCounts counts = new();
            for (int i = 0; i < positives + negatives; i++)
            {
                double normal = Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble());
                counts.Add(1.0 / (1.0 + Math.Exp(-normal - (i < positives ? 1.4657 : 0.0))), i < positives);
            }

            missed += new RankingCurves(counts).Area(confidence).High < 0.85 ? 1 : 0;
        }

        Assert.InRange(missed, 0, 0.01 * trials + 3.0 * Math.Sqrt(0.01 * trials));
    }

    [Fact]
    public void CalibrationError_HasItsValueWithinAnIntervalThatAllowsForChance()
    {
        ReliabilityBin[] bins = [new(0.1, 30, 200), new(0.5, 90, 150), new(0.95, 95, 100)];

        Estimate error = CalibrationError.Of(bins, Confidence);

        // 200/450·|0.1 − 0.15| + 150/450·|0.5 − 0.6| + 100/450·|0.95 − 0.95|
        Assert.Equal((10.0 + 15.0 + 0.0) / 450.0, error.Value!.Value, 1e-15);
        Assert.Equal(0.0, error.Low);
        Assert.InRange(error.High!.Value, 0.08, 0.12);
    }

    // Against 0.01, with a chance of 0.0001: the percentiles of resamples were beyond it in 100 % of windows of 200 rows, 99 % of 1,000.
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(1_000)]
    public void CalibrationError_OfACalibratedModel_IsNotToldFromNone(int rows)
    {
        Random random = new(3);
        ConfidenceLevel confidence = new(1.0 - 2.0 * 0.0001);
        int beyond = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            ReliabilityBins bins = ReliabilityBins.CreateEmpty();
            for (int i = 0; i < rows; i++)
            {
                double probability = random.NextDouble();
                bins.Add(probability, random.NextDouble() < probability);
            }

            beyond += CalibrationError.Of(bins.ToBins(), confidence).Low > 0.01 ? 1 : 0;
        }

        Assert.Equal(0, beyond);
    }

    [Fact]
    public void CalibrationError_OfAModelThatIsFarOff_IsToldFromASmallOne()
    {
        // Ten bins of 500 rows, each with a tenth more positives than its probabilities say.
        ReliabilityBin[] bins = [.. Enumerable.Range(0, 9).Select(i => new ReliabilityBin(0.05 + 0.1 * i, 75 + 50 * i, 500))];

        Estimate error = CalibrationError.Of(bins, new ConfidenceLevel(1.0 - 2.0 * 0.0001));

        Assert.Equal(0.1, error.Value!.Value, 1e-12);
        Assert.InRange(error.Low!.Value, 0.04, 0.08);
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
