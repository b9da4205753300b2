using ModelMonitor.Statistics.Classification;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Classification;

public sealed class ClassCountsLaws : StateLaws<ClassCounts>
{
    protected override void AddRows(ClassCounts state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add($"class {row * 7 % 12}", $"class {row * 31 % 13}");
        }
    }

    protected override void AssertRepeated(ClassCounts once, long times, ClassCounts repeated)
    {
        Assert.Equal(once.Count * times, repeated.Count);
        Assert.Equal(
            once.ToMatrix().Cells().Select(cell => cell with { Count = cell.Count * times }), repeated.ToMatrix().Cells());
    }
}
