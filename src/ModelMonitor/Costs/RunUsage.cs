using System.Runtime.InteropServices;

namespace ModelMonitor.Costs;

/// <summary>What a run on AWS used, and an estimate of what that costs.</summary>
/// <remarks>What comes by the month is left out: storage, metrics, alarms, logs.</remarks>
public sealed record RunUsage
{
    /// <summary>The memory of an Express workflow is counted in steps of 64 MB, of which a child of ours needs one.</summary>
    private const double ChildGigabytes = 64.0 / 1024;

    /// <summary>The duration of an Express workflow is counted in steps of 100 ms; of many, half a step is added on average.</summary>
    private static readonly TimeSpan HalfAStep = TimeSpan.FromMilliseconds(50);

    /// <summary>The functions of the execution itself: planning and judging.</summary>
    public IReadOnlyList<FunctionUse> Functions { get; init; } = [];

    /// <summary>The functions that the distributed map's children invoked, one each.</summary>
    public FunctionUse? Children { get; init; }

    /// <summary>Transitions of the Standard workflow besides those that start children.</summary>
    public long StateTransitions { get; init; }

    /// <summary>Objects read from S3, whole or in part.</summary>
    public long Reads { get; init; }

    /// <summary>Objects written to S3, and listings.</summary>
    public long Writes { get; init; }

    /// <summary>The functions' processor; the default is that of this process.</summary>
    public Architecture Processor { get; init; } = RuntimeInformation.ProcessArchitecture;

    /// <summary>What it costs, in US dollars at the prices of <see cref="AwsPrices"/>.</summary>
    public double EstimateUsd()
    {
        double price = Processor == Architecture.Arm64 ? AwsPrices.LambdaGigabyteSecondArm64 : AwsPrices.LambdaGigabyteSecondX64;
        double functions = Functions.Sum(use => CostOf(use, price));
        double workflow = StateTransitions * AwsPrices.StateTransition;
        if (Children is { } children)
        {
            double seconds = (children.Duration + children.Invocations * HalfAStep).TotalSeconds;
            functions += CostOf(children, price);
            workflow += children.Invocations * (AwsPrices.StateTransition + AwsPrices.ExpressRequest)
                + seconds * ChildGigabytes * AwsPrices.ExpressGigabyteSecond;
        }

        return functions + workflow + Reads * AwsPrices.S3Read + Writes * AwsPrices.S3Write;
    }

    private static double CostOf(FunctionUse use, double gigabyteSecond) =>
        use.Invocations * AwsPrices.LambdaRequest + use.Duration.TotalSeconds * use.MemoryMegabytes / 1024 * gigabyteSecond;
}
