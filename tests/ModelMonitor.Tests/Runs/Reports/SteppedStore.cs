using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Runs.Reports;

/// <summary>A store whose every operation waits for its run's turn, and during which the run may be killed.</summary>
internal sealed class SteppedStore(IObjectStore inner, Turns turns, int run) : IObjectStore
{
    private const int KilledOnceIn = 60;

    public async IAsyncEnumerable<StoredObject> ListAsync(
        string prefix, string? startAfter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await StepAsync();
        await foreach (StoredObject stored in inner.ListAsync(prefix, startAfter, cancellationToken))
        {
            yield return stored;
        }
    }

    public async Task<Stream> OpenReadAsync(string key, long offset, CancellationToken cancellationToken)
    {
        await StepAsync();
        return await inner.OpenReadAsync(key, offset, cancellationToken);
    }

    public async Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await StepAsync();
        return await inner.FindAsync(key, cancellationToken);
    }

    public async Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition, CancellationToken cancellationToken)
    {
        await StepAsync();
        StoredObject? put = await inner.PutAsync(key, content, condition, cancellationToken);
        return turns.Happens(KilledOnceIn) ? throw new KilledException() : put;
    }

    private async Task StepAsync()
    {
        await turns.WaitAsync(run);
        if (turns.Happens(KilledOnceIn))
        {
            throw new KilledException();
        }
    }

    /// <summary>The end of a process, after which its work is started anew.</summary>
    internal sealed class KilledException : Exception;
}
