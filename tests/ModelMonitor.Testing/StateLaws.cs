using ModelMonitor.Statistics;
using Xunit;

namespace ModelMonitor.Testing;

/// <summary>The laws of a mergeable state; a subclass for each state says how rows are added and what is equal.</summary>
/// <remarks>
/// Row i is always the same row, so that a state of any range of rows can be made twice.
/// </remarks>
public abstract partial class StateLaws<TState>
    where TState : IMergeableState<TState>
{
    /// <summary>Adds rows, each a function of its number alone.</summary>
    protected abstract void AddRows(TState state, int first, int count);

    /// <summary>Checks that two states say the same of the same rows; byte for byte where sums need not be rounded.</summary>
    protected virtual void AssertEquivalent(TState expected, TState actual) => AssertSameBytes(expected, actual);

    /// <summary>Checks that a state has seen the rows of another as often as said: a power of two, far beyond 2^31 rows.</summary>
    protected abstract void AssertRepeated(TState once, long times, TState repeated);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(2_050)]
    [InlineData(5_000)]
    public void Merge_WithEmptyOnEitherSide_ChangesNothing(int rows)
    {
        TState right = Rows(0, rows);
        right.MergeFrom(TState.CreateEmpty());
        AssertSameBytes(Rows(0, rows), right);

        TState left = TState.CreateEmpty();
        left.MergeFrom(Rows(0, rows));
        AssertSameBytes(Rows(0, rows), left);
    }

    [Theory]
    [InlineData(10, 20, 30)]
    [InlineData(0, 1, 2_050)]
    [InlineData(1_500, 1_500, 1_500)]
    [InlineData(9_000, 10, 4_000)]
    public void Merge_GroupedEitherWay_IsEquivalent(int a, int b, int c)
    {
        TState left = Merged(Merged(Rows(0, a), Rows(a, b)), Rows(a + b, c));
        TState right = Merged(Rows(0, a), Merged(Rows(a, b), Rows(a + b, c)));

        AssertEquivalent(left, right);
    }

    [Theory]
    [InlineData(10, 20)]
    [InlineData(1, 2_050)]
    [InlineData(9_000, 4_000)]
    public void Merge_InEitherOrder_IsEquivalent(int a, int b) =>
        AssertEquivalent(Merged(Rows(0, a), Rows(a, b)), Merged(Rows(a, b), Rows(0, a)));

    [Theory]
    [InlineData(new[] { 0, 1_000 })]
    [InlineData(new[] { 0, 0, 1, 1_000 })]
    [InlineData(new[] { 0, 500, 1_000 })]
    [InlineData(new[] { 0, 7, 300, 301, 999, 1_000 })]
    [InlineData(new[] { 0, 2_049, 2_050, 2_051, 9_000 })]
    [InlineData(new[] { 0, 3_000, 3_001, 20_000 })]
    public void Merge_OfPartsInOrder_IsEquivalentToTheWhole(int[] bounds)
    {
        TState parts = TState.CreateEmpty();
        for (int i = 1; i < bounds.Length; i++)
        {
            parts.MergeFrom(Rows(bounds[i - 1], bounds[i] - bounds[i - 1]));
        }

        AssertEquivalent(Rows(0, bounds[^1]), parts);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(100, 0)]
    [InlineData(100, 5_000)]
    [InlineData(5_000, 5_000)]
    public void Merge_OfAnother_LeavesTheOtherUntouched(int rows, int otherRows)
    {
        TState state = Rows(0, rows);
        TState other = Rows(rows, otherRows);
        byte[] before = StateFile.ToBytes(other);

        state.MergeFrom(other);
        AddRows(state, rows + otherRows, 3_000);

        Assert.Equal(before, StateFile.ToBytes(other));
    }

    [Fact]
    public void Merge_BeyondTwoToThe31Rows_StaysRight()
    {
        TState once = Rows(0, 1_000);
        TState repeated = Copy(once);
        const int Doublings = 30;
        for (int i = 0; i < Doublings; i++)
        {
            repeated.MergeFrom(Copy(repeated));
        }

        AssertRepeated(once, 1L << Doublings, repeated);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(5_000)]
    public void RoundTrip_ThroughBytes_LosesNothing(int rows)
    {
        TState state = Rows(0, rows);
        TState copy = Copy(state);
        AssertSameBytes(state, copy);

        AddRows(state, rows, 9_000);
        AddRows(copy, rows, 9_000);
        AssertSameBytes(state, copy);
    }

    /// <summary>Checks that two states are stored as the same bytes.</summary>
    protected static void AssertSameBytes(TState expected, TState actual) =>
        Assert.Equal(StateFile.ToBytes(expected), StateFile.ToBytes(actual));

    /// <summary>A state of rows.</summary>
    protected TState Rows(int first, int count)
    {
        TState state = TState.CreateEmpty();
        AddRows(state, first, count);
        return state;
    }

    private static TState Merged(TState one, TState other)
    {
        one.MergeFrom(other);
        return one;
    }

    private static TState Copy(TState state) => StateFile.FromBytes<TState>(StateFile.ToBytes(state));
}
