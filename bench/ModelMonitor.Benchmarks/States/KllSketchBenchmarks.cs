using BenchmarkDotNet.Attributes;
using ModelMonitor.Statistics;

namespace ModelMonitor.Benchmarks.States;

/// <summary>Adding 100,000 numbers of several kinds to a sketch, and merging two full ones.</summary>
[MemoryDiagnoser]
public class KllSketchBenchmarks
{
    private const int Count = 100_000;

    private readonly double[] _numbers = new double[Count];
    private KllSketch _other = new();

    [Params("flags", "decimals", "uniform", "skewed", "sorted")]
    public string Numbers { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        for (int i = 0; i < Count; i++)
        {
            _numbers[i] = Numbers switch
            {
                "flags" => random.Next(2),
                "decimals" => random.Next(4000) / 10.0,
                "uniform" => random.NextDouble(),
                "skewed" => Math.Exp(12 * random.NextDouble()),
                _ => i,
            };
        }

        _other = new KllSketch();
        _other.Add(_numbers);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public KllSketch Add()
    {
        KllSketch sketch = new();
        for (int i = 0; i < Count; i += 500)
        {
            sketch.Add(_numbers.AsSpan(i, 500));
        }

        return sketch;
    }

    [Benchmark]
    public KllSketch Merge()
    {
        KllSketch sketch = new();
        sketch.MergeFrom(_other);
        sketch.MergeFrom(_other);
        return sketch;
    }
}
