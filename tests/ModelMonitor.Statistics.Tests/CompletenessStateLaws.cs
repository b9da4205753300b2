using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests;

public sealed class CompletenessStateLaws : StateLaws<CompletenessState>
{
    protected override void AddRows(CompletenessState state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(present: row % 3 == 0 ? 0 : 1, missing: row % 3 == 0 ? 1 : 0);
        }
    }

    protected override void AssertRepeated(CompletenessState once, long times, CompletenessState repeated)
    {
        Assert.Equal(once.Present * times, repeated.Present);
        Assert.Equal(once.Missing * times, repeated.Missing);
        Assert.Equal(once.Completeness, repeated.Completeness);
    }
}
