using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Exports.History;
using ModelMonitor.Publishing;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Exports.History;

public sealed class HistoryPublisherTests
{
    private const string Key = "history/monitor=churn/date=2026-11-22/data-quality-20261122T100000Z-20261122T110000Z.parquet";

    private static readonly MonitorDefinition Monitor = new() { Name = SampleReport.Monitor, Endpoint = SampleReport.Endpoint };

    private readonly ManualTimeProvider _time = new(SampleReport.Ten);
    private readonly MemoryObjectStore _store;

    public HistoryPublisherTests() => _store = new MemoryObjectStore(_time);

    [Fact]
    public async Task Run_Published_HasOneFileOfItsWindow()
    {
        await PublishAsync(SampleReport.Of());

        Assert.Equal([Key], await HistoryAsync());
        Assert.Equal(await BytesAsync(SampleReport.Of()), await _store.ReadAllAsync(Key));
    }

    [Fact]
    public async Task Run_OfTheSameWindowAgain_ReplacesItsFile()
    {
        await PublishAsync(SampleReport.Of(distance: 0.25));

        await PublishAsync(SampleReport.Of(distance: 0.05));

        Assert.Equal([Key], await HistoryAsync());
        Assert.Equal(await BytesAsync(SampleReport.Of(distance: 0.05)), await _store.ReadAllAsync(Key));
    }

    [Fact]
    public async Task Run_PublishedTwice_IsWrittenOnce()
    {
        await PublishAsync(SampleReport.Of());
        DateTimeOffset written = (await _store.FindAsync(Key))!.LastModified;
        _time.Advance(TimeSpan.FromHours(1));

        await PublishAsync(SampleReport.Of());

        Assert.Equal(written, (await _store.FindAsync(Key))!.LastModified);
    }

    [Fact]
    public async Task OlderRun_PublishedLast_LeavesTheRowsOfTheReportThatIsThere()
    {
        StoredReport older = SampleReport.Of(distance: 0.25);
        string folder = await SampleReport.PutAsync(_store, SampleReport.Of(distance: 0.05));

        await new HistoryPublisher().PublishAsync(new CommittedRun(older.Record, Monitor, _store, folder), CancellationToken.None);

        Assert.Equal(await BytesAsync(SampleReport.Of(distance: 0.05)), await _store.ReadAllAsync(Key));
    }

    [Fact]
    public async Task NewerRun_PublishedBetweenReadingAndWriting_IsNotOverwritten()
    {
        StoredReport older = SampleReport.Of(distance: 0.25);
        StoredReport newer = SampleReport.Of(distance: 0.05);
        string folder = await SampleReport.PutAsync(_store, older);
        InterruptedStore interrupted = new(_store, () => PublishAsync(newer));

        await new HistoryPublisher().PublishAsync(new CommittedRun(older.Record, Monitor, interrupted, folder), CancellationToken.None);

        Assert.Equal(await BytesAsync(newer), await _store.ReadAllAsync(Key));
    }

    [Fact]
    public async Task Run_ThatFailed_HasNoFile()
    {
        StoredReport report = SampleReport.Of();

        await PublishAsync(report with { Record = report.Record with { Outcome = RunOutcome.Failed } });

        Assert.Empty(await HistoryAsync());
    }

    [Fact]
    public async Task Run_OverAllEvents_HasNoFile()
    {
        StoredReport report = SampleReport.Of();

        await PublishAsync(report with { Record = report.Record with { Window = null } });

        Assert.Empty(await HistoryAsync());
    }

    [Fact]
    public async Task Folder_LeftToAnotherWindow_IsNotPublishedAsThisOne()
    {
        StoredReport day = SampleReport.Of();
        string folder = await SampleReport.PutAsync(_store, day);
        RunRecord hour = day.Record with { Window = day.Record.Window! with { Start = SampleReport.Ten.AddMinutes(30) } };

        await new HistoryPublisher().PublishAsync(new CommittedRun(hour, Monitor, _store, folder), CancellationToken.None);

        Assert.Empty(await HistoryAsync());
    }

    private async Task PublishAsync(StoredReport report)
    {
        string folder = await SampleReport.PutAsync(_store, report);
        await new HistoryPublisher().PublishAsync(new CommittedRun(report.Record, Monitor, _store, folder), CancellationToken.None);
    }

    private static Task<byte[]> BytesAsync(StoredReport report) => HistoryParquet.WriteAsync(HistoryRows.Of(report, SampleReport.Endpoint));

    private async Task<string[]> HistoryAsync() =>
        await _store.ListAsync(ObjectKeys.History).Select(stored => stored.Key).ToArrayAsync();

    /// <summary>A store in which something happens just before the first write.</summary>
    private sealed class InterruptedStore(IObjectStore inner, Func<Task> interruption) : IObjectStore
    {
        private bool _isInterrupted;

        public IAsyncEnumerable<StoredObject> ListAsync(string prefix, string? startAfter = null, CancellationToken cancellationToken = default) =>
            inner.ListAsync(prefix, startAfter, cancellationToken);

        public Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
            inner.OpenReadAsync(key, offset, cancellationToken);

        public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default) => inner.FindAsync(key, cancellationToken);

        public async Task<StoredObject?> PutAsync(
            string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default)
        {
            if (!_isInterrupted)
            {
                _isInterrupted = true;
                await interruption();
            }

            return await inner.PutAsync(key, content, condition, cancellationToken);
        }
    }
}
