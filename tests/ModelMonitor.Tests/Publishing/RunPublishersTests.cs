using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Publishing;
using ModelMonitor.Storage;
using ModelMonitor.Tests.Exports;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Publishing;

public sealed class RunPublishersTests
{
    private static readonly EvaluatedRun Run = new(
        new MonitorDefinition { Name = "churn", Endpoint = "e" },
        SampleReport.Of().Record,
        new MemoryObjectStore(new ManualTimeProvider(SampleReport.Ten)),
        "reports/");

    [Fact]
    public async Task Publisher_ThatFails_IsToldAndKeepsNoOtherFromPublishing()
    {
        Publisher first = new("first", new InvalidOperationException("broken"));
        Publisher second = new("second", null);

        IReadOnlyList<PublishingFailure> failures = await new RunPublishers(first, second).PublishAsync(Run, CancellationToken.None);

        Assert.Equal(("first", "broken"), (Assert.Single(failures).Publisher, failures[0].Exception.Message));
        Assert.Equal((1, 1), (first.Runs, second.Runs));
    }

    [Fact]
    public async Task Timeout_OfAPublisherItself_IsAFailureLikeAnyOther()
    {
        IReadOnlyList<PublishingFailure> failures = await new RunPublishers(
            new Publisher("first", new TaskCanceledException("timeout"))).PublishAsync(Run, CancellationToken.None);

        Assert.Single(failures);
    }

    [Fact]
    public async Task Cancellation_EndsThePublishing()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        Publisher second = new("second", null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new RunPublishers(
            new Publisher("first", new OperationCanceledException()), second).PublishAsync(Run, cancelled.Token));
        Assert.Equal(0, second.Runs);
    }

    private sealed class Publisher(string name, Exception? failure) : IRunPublisher
    {
        public string Name => name;

        public int Runs { get; private set; }

        public Task PublishAsync(EvaluatedRun run, CancellationToken cancellationToken)
        {
            Runs++;
            return failure is null ? Task.CompletedTask : Task.FromException(failure);
        }
    }
}
