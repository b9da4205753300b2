using System.Text;
using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class CategoryCountsStateTests
{
    [Fact]
    public void Add_OfRepeatedValues_CountsEachInOrderOfFirstAppearance()
    {
        CategoryCountsState state = Of("b", "a", "b", "c", "b", "a");

        Assert.Equal(["b", "a", "c"], Enumerable.Range(0, state.Count).Select(i => Encoding.UTF8.GetString(state.GetText(i))));
        Assert.Equal([3L, 2L, 1L], Enumerable.Range(0, state.Count).Select(state.GetCount));
    }

    [Fact]
    public void Add_OfAsManyValuesAsTheCap_KeepsThem_AndOneMoreGivesThemUp()
    {
        CategoryCountsState state = new();
        for (int i = 0; i < CategoryCountsState.MaximumCategories; i++)
        {
            state.Add(TestRows.Text(i));
        }

        Assert.False(state.IsOverflowed);
        Assert.Equal(CategoryCountsState.MaximumCategories, state.Count);
        Assert.Equal(7, state.Find("7"u8));

        Assert.Equal(-1, state.Add("one more"u8));
        Assert.True(state.IsOverflowed);
        Assert.Equal(0, state.Count);
        Assert.Equal(-1, state.Find("7"u8));
        Assert.Equal(-1, state.Add("7"u8));
    }

    [Fact]
    public void Add_OfAsManyBytesAsTheCap_KeepsThem_AndOneMoreGivesThemUp()
    {
        CategoryCountsState state = new();
        state.Add(new byte[CategoryCountsState.MaximumBytes - 1]);
        state.Add("a"u8);
        state.Add("a"u8);
        Assert.False(state.IsOverflowed);
        Assert.Equal(2, state.GetCount(1));

        state.Add("b"u8);
        Assert.True(state.IsOverflowed);
    }

    [Fact]
    public void Add_OfValuesThatDifferByLengthOrAByte_TellsThemApart()
    {
        // Pairs that agree in their first eight bytes, in their length, or in what a careless key would take of them.
        string[] values =
        [
            "", "\0", "\0\0", "\0\0\0", "\0\0\0\0", "a", "aa", "aaa", "aba", "aab", "baa", "aaaa", "aaaaa", "abaaa", "aaaba", "aaaaaaa", "aaabaaa",
            "12345678", "123456789", "12345678a", "1234567890", "12345678901234567", "12345678901234568", "1234567\0",
        ];
        CategoryCountsState state = Of([.. values, .. values]);

        Assert.Equal(values.Length, state.Count);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(i, state.Find(Encoding.UTF8.GetBytes(values[i])));
            Assert.Equal(2, state.GetCount(i));
        }
    }

    [Fact]
    public void Add_InAnyOrderAndGrouping_GivesTheCountsOfADictionary() =>
        Gen.Select(Gen.String[Gen.Char["ab0\0"], 0, 10].Array[0, 600], Gen.Int[0, 600], Gen.Int[0, 1_000]).Sample(
            (values, cut, seed) =>
            {
                string[] shuffled = [.. values];
                new Random(seed).Shuffle(shuffled);
                cut = Math.Min(cut, values.Length);
                CategoryCountsState state = Of(shuffled[..cut]);
                state.MergeFrom(Of(shuffled[cut..]));

                Dictionary<string, long> expected = values.CountBy(value => value).ToDictionary(pair => pair.Key, pair => (long)pair.Value);
                Assert.Equal(expected.Count > CategoryCountsState.MaximumCategories, state.IsOverflowed);
                Assert.Equal(state.IsOverflowed ? [] : expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), CategoryCountsStateLaws.Sorted(state));
            },
            iter: 500);

    [Fact]
    public void Merge_ThatGoesOverTheCap_OverflowsInEitherOrder()
    {
        CategoryCountsState many = new();
        CategoryCountsState others = new();
        for (int i = 0; i < 200; i++)
        {
            many.Add(TestRows.Text(i));
            others.Add(TestRows.Text(i + 100));
        }

        CategoryCountsState one = CategoryCountsState.CreateEmpty();
        one.MergeFrom(many);
        one.MergeFrom(others);
        others.MergeFrom(many);

        Assert.True(one.IsOverflowed);
        Assert.True(others.IsOverflowed);
    }

    private static CategoryCountsState Of(params string[] values)
    {
        CategoryCountsState state = new();
        foreach (string value in values)
        {
            state.Add(Encoding.UTF8.GetBytes(value));
        }

        return state;
    }
}
