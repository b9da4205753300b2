using ModelMonitor.Rules;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Rules;

public sealed class RowRuleCountsLaws : StateLaws<RowRuleCounts>
{
    protected override void AddRows(RowRuleCounts state, int first, int count) => Add(state, first, count);

    protected override void AssertRepeated(RowRuleCounts once, long times, RowRuleCounts repeated)
    {
        Assert.Equal(once.Passed * times, repeated.Passed);
        Assert.Equal(once.Failed * times, repeated.Failed);
        Assert.Equal(once.Errors * times, repeated.Errors);
        Assert.Equal(once.Error, repeated.Error);
        Assert.Equal(once.Samples, repeated.Samples);
    }

    internal static void Add(RowRuleCounts state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            switch (row % 7)
            {
                case 3:
                    state.AddError($"error {row % 5}");
                    break;
                case 5:
                    state.AddFailed();
                    state.Keep(new FailingRow(row * 7_919L % 1_009 - 500, $"file {row % 3}", row, $"{{\"x\":{row % 100}}}"));
                    break;
                default:
                    state.AddPassed();
                    break;
            }
        }
    }
}
