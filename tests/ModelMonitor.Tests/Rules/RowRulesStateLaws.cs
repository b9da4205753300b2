using ModelMonitor.Rules;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Rules;

public sealed class RowRulesStateLaws : StateLaws<RowRulesState>
{
    protected override void AddRows(RowRulesState state, int first, int count)
    {
        if (count > 0)
        {
            RowRuleCountsLaws.Add(state.Of("always"), first, count);
        }

        if (first + count > 500)
        {
            RowRuleCountsLaws.Add(state.Of("late"), Math.Max(first, 500), first + count - Math.Max(first, 500));
        }
    }

    protected override void AssertRepeated(RowRulesState once, long times, RowRulesState repeated)
    {
        Assert.Equal(once.Names, repeated.Names);
        Assert.All(once.Names, name => Assert.Equal(once.Find(name)!.Total * times, repeated.Find(name)!.Total));
    }
}
