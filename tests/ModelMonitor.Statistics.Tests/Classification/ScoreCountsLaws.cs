using ModelMonitor.Statistics.Classification;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Classification;

public sealed class ScoreCountsLaws : StateLaws<ScoreCounts>
{
    protected override void AddRows(ScoreCounts state, int first, int count) => Add(state, first, count);

    protected override void AssertRepeated(ScoreCounts once, long times, ScoreCounts repeated) => Assert.Equal(
        once.ToAscending().Select(tally => tally with { Positives = tally.Positives * times, Negatives = tally.Negatives * times }),
        repeated.ToAscending());

    internal static void Add(ScoreCounts state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(row * 7_919L % 10_007 / 10_006.0, row % 3 == 0);
        }
    }
}
