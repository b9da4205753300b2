using System.Runtime.InteropServices;
using ModelMonitor.Costs;

namespace ModelMonitor.Tests.Costs;

public sealed class RunUsageTests
{
    // Reckoned by hand from the price pages.
    [Theory]
    [InlineData(Architecture.X64, 0.0000166667)]
    [InlineData(Architecture.Arm64, 0.0000133334)]
    public void EstimateUsd_AGigabyteForASecond_CostsThePriceAndTheRequest(Architecture processor, double price)
    {
        RunUsage usage = new() { Functions = [new FunctionUse(1, TimeSpan.FromSeconds(1), 1024)], Processor = processor };

        Assert.Equal(price + 0.0000002, usage.EstimateUsd(), 12);
    }

    [Fact]
    public void EstimateUsd_AMillionChildren_CostTransitionsRequestsAndMemory()
    {
        RunUsage usage = new()
        {
            Children = new FunctionUse(1_000_000, TimeSpan.FromMilliseconds(950) * 1_000_000, 1024),
            Processor = Architecture.X64,
        };

        // Lambda: 950,000 GB-seconds and a million requests; Step Functions: a million transitions, a million
        // requests, and a million times 1 s of 64 MB.
        Assert.Equal(15.833365 + 0.20 + 25.00 + 1.00 + 1.041875, usage.EstimateUsd(), 6);
    }

    [Fact]
    public void EstimateUsd_TransitionsAndRequestsOfS3_HaveTheirPrices() =>
        Assert.Equal(0.025 + 0.0004 + 0.005, new RunUsage { StateTransitions = 1000, Reads = 1000, Writes = 1000 }.EstimateUsd(), 12);

    [Fact]
    public void EstimateUsd_Nothing_IsFree() => Assert.Equal(0.0, new RunUsage().EstimateUsd());
}
