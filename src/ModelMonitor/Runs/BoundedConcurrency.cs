namespace ModelMonitor.Runs;

/// <summary>Asks a store for many things at once, but not for all of them.</summary>
internal static class BoundedConcurrency
{
    /// <summary>How many requests are under way at most: a bucket answers each in tens of milliseconds.</summary>
    private const int Degree = 16;

    /// <summary>Asks for something of each item; the answers stand in the order of the items.</summary>
    public static async Task<TResult[]> SelectAsync<TItem, TResult>(
        IReadOnlyList<TItem> items,
        Func<TItem, CancellationToken, Task<TResult>> ask,
        CancellationToken cancellationToken)
    {
        TResult[] answers = new TResult[items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Degree, CancellationToken = cancellationToken },
            async (i, stop) => answers[i] = await ask(items[i], stop).ConfigureAwait(false)).ConfigureAwait(false);
        return answers;
    }
}
