using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Publishing;
using ModelMonitor.Storage;
using ModelMonitor.Testing;
using ModelMonitor.Tests.Reports;

namespace ModelMonitor.Tests.Publishing;

public sealed class RunPublishingTests
{
    private static readonly CommittedRun Run = new(
        ReportSamples.Record(0, []),
        new MonitorDefinition { Name = "churn", Endpoint = "e" },
        new MemoryObjectStore(new ManualTimeProvider(ReportSamples.FirstHour)),
        "reports/");

    [Fact]
    public async Task PublishAsync_OneFails_CallsTheOthersAndTellsWhy()
    {
        Publisher good = new("good", null);
        IReadOnlyList<PublishingFailure> failures = await RunPublishing.PublishAsync(
            [new Publisher("broken", new IOException("no room")), good], Run, CancellationToken.None);
        Assert.Equal([new PublishingFailure("broken", "no room")], failures);
        Assert.Equal(1, good.Calls);
    }

    [Fact]
    public async Task PublishAsync_IsStopped_Throws()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunPublishing.PublishAsync(
            [new Publisher("stopped", new OperationCanceledException(stop.Token))], Run, stop.Token));
    }

    private sealed class Publisher(string name, Exception? failure) : IRunPublisher
    {
        public string Name => name;

        public int Calls { get; private set; }

        public Task PublishAsync(CommittedRun run, CancellationToken cancellationToken)
        {
            Calls++;
            return failure is null ? Task.CompletedTask : Task.FromException(failure);
        }
    }
}
