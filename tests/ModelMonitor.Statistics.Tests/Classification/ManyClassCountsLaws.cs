using ModelMonitor.Statistics.Classification;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Classification;

/// <summary>The same laws when there are more classes than are told apart.</summary>
public sealed class ManyClassCountsLaws : StateLaws<ClassCounts>
{
    private const int Bound = 20;

    protected override void AddRows(ClassCounts state, int first, int count)
    {
        ClassCounts few = new(Bound);
        for (int row = first; row < first + count; row++)
        {
            few.Add($"{row * 7 % 300}", $"{row * 31 % 90}");
        }

        if (count > 0)
        {
            state.MergeFrom(few);
        }
    }

    protected override void AssertRepeated(ClassCounts once, long times, ClassCounts repeated)
    {
        Assert.Equal(Bound, once.ToMatrix().Classes.Count);
        Assert.Equal(1_000, once.Count + once.Overflow);
        Assert.Equal((once.Count * times, once.Overflow * times), (repeated.Count, repeated.Overflow));
    }
}
