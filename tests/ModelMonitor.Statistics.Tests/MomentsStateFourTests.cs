using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class MomentsStateFourTests
{
    private const int Stride = 40;

    [Fact]
    public void AddFour_AnyColumns_GivesTheBitsOfOneAfterTheOther() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[4 * Stride], Gen.Int[0, Stride].Array[4], Gen.Int[0, 3]).Sample(
            (numbers, counts, before) =>
            {
                MomentsState[] together = [new(), new(), new(), new()];
                MomentsState[] apart = [new(), new(), new(), new()];
                together[1].Add(numbers.AsSpan(0, before));
                apart[1].Add(numbers.AsSpan(0, before));

                MomentsState.AddFour(together, numbers, Stride, counts);
                for (int k = 0; k < 4; k++)
                {
                    apart[k].Add(numbers.AsSpan(k * Stride, counts[k]));
                    Assert.Equal(StateFile.ToBytes(apart[k]), StateFile.ToBytes(together[k]));
                }
            });
}
