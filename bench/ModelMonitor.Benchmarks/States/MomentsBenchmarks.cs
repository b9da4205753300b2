using BenchmarkDotNet.Attributes;
using ModelMonitor.Statistics;

namespace ModelMonitor.Benchmarks.States;

/// <summary>Four columns of 512 numbers, one after the other and side by side.</summary>
public class MomentsBenchmarks
{
    private const int Stride = 512;

    private readonly double[] _numbers = new double[4 * Stride];
    private readonly int[] _counts = [Stride, Stride, Stride, Stride];
    private readonly MomentsState[] _states = [new(), new(), new(), new()];

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        for (int i = 0; i < _numbers.Length; i++)
        {
            _numbers[i] = random.NextDouble();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = 4 * Stride)]
    public void OneAfterTheOther()
    {
        for (int k = 0; k < 4; k++)
        {
            _states[k].Add(_numbers.AsSpan(k * Stride, Stride));
        }
    }

    [Benchmark(OperationsPerInvoke = 4 * Stride)]
    public void SideBySide() => MomentsState.AddFour(_states, _numbers, Stride, _counts);
}
