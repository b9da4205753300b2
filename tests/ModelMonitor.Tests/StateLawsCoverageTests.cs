using ModelMonitor.Profiling;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests;

public sealed class StateLawsCoverageTests
{
    [Fact]
    public void EveryState_OfThisAssembly_HasItsLawsTested() =>
        StateLawsCoverage.AssertComplete(typeof(DatasetProfile).Assembly, typeof(StateLawsCoverageTests).Assembly);
}
