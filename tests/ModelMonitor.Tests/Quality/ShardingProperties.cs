using CsCheck;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Statistics;

namespace ModelMonitor.Tests.Quality;

public sealed class ShardingProperties
{
    private static readonly int[] Order = [3, 0, 6, 2, 5, 1, 4];

    [Fact]
    public void Document_OfShardsInAnyOrder_IsThatOfTheWholeToTheLastByte()
    {
        foreach (ProblemType problem in Enum.GetValues<ProblemType>())
        {
            QualityOptions options = new()
            {
                Problem = problem,
                GroundTruthAttribute = "label",
                InferenceAttribute = problem == ProblemType.BinaryClassification ? null : "prediction",
                ProbabilityAttribute = problem == ProblemType.BinaryClassification ? "prediction" : null,
            };
            byte[] whole = QualityStatisticsBuilder.Build(StateOf(options, Enumerable.Range(0, 600)), options).ToUtf8();
            Gen.Int[0, 6].Array[600].Sample(
                shardOf =>
                {
                    QualityState merged = StateOf(options, []);
                    foreach (int shard in Order)
                    {
                        QualityState part = StateOf(options, Enumerable.Range(0, 600).Where(row => shardOf[row] == shard).Reverse());
                        merged.MergeFrom(StateFile.FromBytes<QualityState>(StateFile.ToBytes(part)));
                    }

                    Assert.Equal(whole, QualityStatisticsBuilder.Build(merged, options).ToUtf8());
                },
                iter: 20,
                threads: 1);
        }
    }

    private static QualityState StateOf(QualityOptions options, IEnumerable<int> rows) =>
        QualityRows.StateOf(options, ["prediction", "x", "label"], rows.Select(QualityStateLaws.Row));
}
