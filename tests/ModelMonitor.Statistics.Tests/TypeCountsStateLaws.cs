using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests;

public sealed class TypeCountsStateLaws : StateLaws<TypeCountsState>
{
    private static readonly CellType[] Types = Enum.GetValues<CellType>();

    protected override void AddRows(TypeCountsState state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(Types[row * row % 7 % Types.Length]);
        }
    }

    protected override void AssertRepeated(TypeCountsState once, long times, TypeCountsState repeated)
    {
        foreach (CellType type in Types)
        {
            Assert.Equal(once[type] * times, repeated[type]);
        }

        Assert.Equal(once.Inferred, repeated.Inferred);
    }
}
