using System.Text;
using ModelMonitor.Quality;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Quality;

public sealed class UnusableRowsLaws : StateLaws<UnusableRows>
{
    protected override void AddRows(UnusableRows state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add((UnusableReason)(row % 10), row % 4 == 0 ? [] : Encoding.UTF8.GetBytes($"text {row * 31 % 97}"));
        }
    }

    protected override void AssertRepeated(UnusableRows once, long times, UnusableRows repeated)
    {
        foreach (UnusableReason reason in Enum.GetValues<UnusableReason>())
        {
            Assert.Equal(once.Count(reason) * times, repeated.Count(reason));
            Assert.Equal(once.Samples(reason), repeated.Samples(reason));
        }
    }
}
