using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using ModelMonitor.Statistics;

namespace ModelMonitor.Benchmarks.States;

/// <summary>What is done with each cell: parsing, hashing into the distinct count, counting as a category.</summary>
public class CellStatesBenchmarks
{
    private const int Count = 1000;

    private readonly byte[][] _cells = new byte[Count][];

    [Params("integers", "decimals", "doubles", "categories")]
    public string Cells { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        for (int i = 0; i < Count; i++)
        {
            _cells[i] = Encoding.ASCII.GetBytes(Cells switch
            {
                "integers" => random.Next(100_000).ToString(CultureInfo.InvariantCulture),
                "decimals" => (random.Next(40_000) / 10.0).ToString("F1", CultureInfo.InvariantCulture),
                "doubles" => random.NextDouble().ToString("R", CultureInfo.InvariantCulture),
                _ => $"category {random.Next(30)}",
            });
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double Parse()
    {
        double sum = 0;
        foreach (byte[] cell in _cells)
        {
            sum += CellParser.Parse(cell, out double value) >= CellType.Integral ? value : 0;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public HyperLogLogPlusPlus CountDistinct()
    {
        HyperLogLogPlusPlus distinct = new();
        foreach (byte[] cell in _cells)
        {
            distinct.Add(cell);
        }

        return distinct;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public CategoryCountsState CountCategories()
    {
        CategoryCountsState categories = new();
        foreach (byte[] cell in _cells)
        {
            categories.Add(cell);
        }

        return categories;
    }
}
