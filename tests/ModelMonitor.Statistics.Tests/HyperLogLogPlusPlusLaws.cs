using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests;

public sealed class HyperLogLogPlusPlusLaws : StateLaws<HyperLogLogPlusPlus>
{
    protected override void AddRows(HyperLogLogPlusPlus state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(TestRows.Text(row));
        }
    }

    protected override void AssertRepeated(HyperLogLogPlusPlus once, long times, HyperLogLogPlusPlus repeated) =>
        AssertSameBytes(once, repeated);
}
