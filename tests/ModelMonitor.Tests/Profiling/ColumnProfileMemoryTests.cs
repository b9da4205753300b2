using System.Globalization;
using System.Text;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Tests.Profiling;

/// <summary>Measures the heap, and therefore runs while no other test does.</summary>
[Collection(nameof(ColumnProfileMemoryTests))]
[CollectionDefinition(nameof(ColumnProfileMemoryTests), DisableParallelization = true)]
public sealed class ColumnProfileMemoryTests
{
    private const int Limit = 150_000;

    [Theory]
    [InlineData(100_000)]
    [InlineData(2_000_000)]
    public void ColumnProfile_OfANumericColumn_HoldsLessThan150Kilobytes(int rows)
    {
        RowBatch batch = Batch();
        Profile(batch, rows: 200_000); // what the program itself needs once

        long before = GC.GetTotalMemory(forceFullCollection: true);
        ColumnProfile profile = Profile(batch, rows);
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.InRange(profile.Completeness.Present, rows, rows + RowBatch.Capacity);
        Assert.Equal(InferredType.Fractional, profile.InferredType);
        Assert.True(held < Limit, $"The profile holds {held} bytes.");
        Assert.InRange(StateFile.ToBytes(profile).Length, 10_000, 60_000);
    }

    [Fact]
    public void ColumnProfile_OfNothing_HoldsLittle()
    {
        Assert.Equal(InferredType.Unknown, new ColumnProfile().InferredType);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ColumnProfile profile = new();
        long held = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(profile);

        Assert.InRange(held, 0, 4_000);
    }

    private static ColumnProfile Profile(RowBatch batch, int rows)
    {
        ColumnProfile profile = new();
        for (int i = 0; i < rows; i += RowBatch.Capacity)
        {
            ProfileRows.AddFirstColumn(profile, batch);
        }

        return profile;
    }

    private static RowBatch Batch()
    {
        RowBatch batch = new();
        Random random = new(5);
        while (batch.RowCount < RowBatch.Capacity)
        {
            byte[] cell = Encoding.UTF8.GetBytes((random.NextDouble() * 1_000).ToString("F3", CultureInfo.InvariantCulture));
            batch.BeginRow();
            batch.SetCell(0, batch.Append(cell), cell.Length);
            batch.EndRow();
        }

        return batch;
    }
}
