using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Publishing;
using ModelMonitor.Storage;
using ModelMonitor.Tests.Exports;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Publishing;

public sealed class RunPublishingTests
{
    private static readonly CommittedRun Run = new(
        SampleReport.Of().Record,
        new MonitorDefinition { Name = "churn", Endpoint = "e" },
        new MemoryObjectStore(new ManualTimeProvider(SampleReport.Ten)),
        "reports/");

    [Fact]
    public async Task Publisher_ThatFails_IsToldAndKeepsNoOtherFromPublishing()
    {
        Publisher first = new("first", new InvalidOperationException("broken"));
        Publisher second = new("second", null);

        IReadOnlyList<PublishingFailure> failures = await RunPublishing.PublishAsync([first, second], Run, CancellationToken.None);

        Assert.Equal(("first", "broken"), (Assert.Single(failures).Publisher, failures[0].Reason));
        Assert.Equal((1, 1), (first.Runs, second.Runs));
    }

    [Fact]
    public async Task Timeout_OfAPublisherItself_IsAFailureLikeAnyOther()
    {
        IReadOnlyList<PublishingFailure> failures = await RunPublishing.PublishAsync(
            [new Publisher("first", new TaskCanceledException("timeout"))], Run, CancellationToken.None);

        Assert.Single(failures);
    }

    [Fact]
    public async Task Cancellation_EndsThePublishing()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        Publisher second = new("second", null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunPublishing.PublishAsync(
            [new Publisher("first", new OperationCanceledException()), second], Run, cancelled.Token));
        Assert.Equal(0, second.Runs);
    }

    private sealed class Publisher(string name, Exception? failure) : IRunPublisher
    {
        public string Name => name;

        public int Runs { get; private set; }

        public Task PublishAsync(CommittedRun run, CancellationToken cancellationToken)
        {
            Runs++;
            return failure is null ? Task.CompletedTask : Task.FromException(failure);
        }
    }
}
