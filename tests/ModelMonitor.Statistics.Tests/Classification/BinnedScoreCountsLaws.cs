using ModelMonitor.Statistics.Classification;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Classification;

/// <summary>The same laws when there are more probabilities than are told apart.</summary>
public sealed class BinnedScoreCountsLaws : StateLaws<ScoreCounts>
{
    private const int Bound = 300;

    protected override void AddRows(ScoreCounts state, int first, int count)
    {
        ScoreCounts narrow = new(Bound);
        ScoreCountsLaws.Add(narrow, first, count);
        if (count > 0)
        {
            state.MergeFrom(narrow);
        }
    }

    protected override void AssertRepeated(ScoreCounts once, long times, ScoreCounts repeated)
    {
        Assert.False(once.IsExact);
        Assert.InRange(once.Count, Bound / 4, Bound);
        Assert.Equal(
            once.ToAscending().Select(tally => tally with { Positives = tally.Positives * times, Negatives = tally.Negatives * times }),
            repeated.ToAscending());
    }
}
