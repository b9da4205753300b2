using System.Text;
using CsCheck;
using ModelMonitor.Aws.Metrics;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Metrics;
using ModelMonitor.Testing;

namespace ModelMonitor.Aws.Tests.Metrics;

public sealed class EmbeddedMetricWriterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly MetricDimension[] Dimensions = [new("Endpoint", "churn-xgboost"), new("MonitoringSchedule", "churn")];

    [Fact]
    public void Write_ValueAndStatistics_IsADocumentOfTheSpecification() => Assert.Equal(
        """
        {"_aws":{"Timestamp":1795348800000,"CloudWatchMetrics":[{"Namespace":"aws/sagemaker/Endpoints/data-metrics","Dimensions":[["Endpoint","MonitoringSchedule"]],"Metrics":[{"Name":"feature_data_Day \"Mins\"","Unit":"None"},{"Name":"rows","Unit":"Count"}]}]},"Endpoint":"churn-xgboost","MonitoringSchedule":"churn","feature_data_Day \"Mins\"":{"Min":-1,"Max":2.5,"Count":3,"Sum":1.5},"rows":3}

        """,
        Write(Group([
            Metric.Of("feature_data_Day \"Mins\"", new MetricStatistics(3, 1.5, -1, 2.5)),
            Metric.Of("rows", 3, MetricUnit.Count),
        ])));

    [Fact]
    public void Write_ManyFeatures_AreDividedIntoDocuments()
    {
        string output = Write(Group([.. Enumerable.Range(0, 1_000).Select(i => Metric.Of($"feature_data_{i}", i))]));

        Assert.Equal(10, output.Count(character => character == '\n'));
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => (double?)i), EmbeddedMetricReader.ReadAll(output).Select(metric => metric.Value));
    }

    [Fact]
    public void Write_LongestNamesOfQuotes_FitIntoALogEvent()
    {
        Metric[] metrics =
        [
            .. Enumerable.Range(100, 100).Select(i => Metric.Of(
                i + new string('"', 252), new MetricStatistics(long.MaxValue, -1.2345678901234567e107, -1.2345678901234567e107, 1.2345678901234567e107))),
        ];

        Assert.InRange(Write(Group(metrics)).Length, 100_000, 200_000);
        Assert.Equal(100, EmbeddedMetricReader.ReadAll(Write(Group(metrics))).Count);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(2.35e108)]
    [InlineData(-2.35e108)]
    public void Write_ValueThatCloudWatchRefuses_IsLeftOut(double value)
    {
        Assert.Empty(Write(Group([Metric.Of("a", value)])));
        Assert.Empty(Write(Group([Metric.Of("a", new MetricStatistics(1, value, 0, 1))])));
        Assert.Equal("b", Assert.Single(EmbeddedMetricReader.ReadAll(Write(Group([Metric.Of("a", value), Metric.Of("b", 1)])))).Name);
    }

    [Fact]
    public void Write_StatisticsOfNothing_AreLeftOut() => Assert.Empty(Write(Group([Metric.Of("a", new MetricStatistics(0, 0, 0, 0))])));

    [Theory]
    [InlineData("_aws")]
    [InlineData("Endpoint")]
    public void Write_NameThatIsTaken_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => Write(Group([Metric.Of(name, 1)])));

    [Fact]
    public void Write_HostileNamesAndValues_AreReadBack() =>
        Gen.Select(
            Gen.String[Gen.OneOf(Gen.Char, Gen.Char["\"\\\n\r\0\u2028é<>&'{}~\ud800"]), 0, 400],
            Gen.OneOf(Gen.Double, Gen.Double.Special, Gen.Const(MetricLimits.LargestValue)),
            Gen.Bool).Array[0, 250].Sample(samples =>
        {
            Metric[] metrics =
            [
                .. samples.DistinctBy(sample => sample.Item1, StringComparer.Ordinal).Select(sample => sample.Item3
                    ? Metric.Of("feature_data_" + sample.Item1, sample.Item2)
                    : Metric.Of("feature_data_" + sample.Item1, new MetricStatistics(2, sample.Item2, sample.Item2, sample.Item2))),
            ];

            IReadOnlyList<EmbeddedMetric> read = EmbeddedMetricReader.ReadAll(Write(Group(metrics)));

            Assert.Equal(
                metrics.Where(metric => metric.IsPublishable).Select(metric => (metric.Name, metric.Statistics is null ? metric.Value : metric.Statistics.Sum)),
                read.Select(metric => (metric.Name, metric.Value ?? metric.Statistics!.Sum)));
            Assert.All(read, metric => Assert.Equal(Noon, metric.Timestamp));
        });

    [Fact]
    public void Write_EachDocument_IsOneWrite()
    {
        using WriteCounter output = new();

        EmbeddedMetricWriter.Write(output, [Group([.. Enumerable.Range(0, 201).Select(i => Metric.Of($"a{i}", i))])]);

        Assert.Equal(3, output.Writes);
    }

    private static MetricGroup Group(IReadOnlyList<Metric> metrics) =>
        new(MetricNamespaces.EndpointData, Dimensions, Noon, metrics);

    private static string Write(MetricGroup group)
    {
        using MemoryStream output = new();
        EmbeddedMetricWriter.Write(output, [group]);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private sealed class WriteCounter : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Writes++;
    }
}
