namespace ModelMonitor.Tests.Runs.Reports;

/// <summary>Lets several runs use one store by turns that a seed decides.</summary>
internal sealed class Turns(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _changed = new(0);
    private readonly Dictionary<int, List<TaskCompletionSource>> _waiting = [];

    /// <summary>Waits until it is a run's turn.</summary>
    public Task WaitAsync(int run)
    {
        TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting[run].Add(turn);
        }

        _changed.Release();
        return turn.Task;
    }

    /// <summary>Whether something that happens once in so many times happens now.</summary>
    public bool Happens(int onceIn)
    {
        lock (_lock)
        {
            return _random.Next(onceIn) == 0;
        }
    }

    /// <summary>Starts the runs and gives turns until all have ended.</summary>
    public async Task DriveAsync(IReadOnlyList<Func<Task>> runs)
    {
        for (int run = 0; run < runs.Count; run++)
        {
            _waiting.Add(run, []);
        }

        Task[] ended = [.. runs.Select((run, i) => Task.Run(async () =>
        {
            try
            {
                await run();
            }
            finally
            {
                lock (_lock)
                {
                    _waiting.Remove(i);
                }

                _changed.Release();
            }
        }))];
        bool isOver = false;
        while (!isOver)
        {
            if (!TryGiveTurn(out isOver) && !isOver)
            {
                await _changed.WaitAsync();
            }
        }

        await Task.WhenAll(ended);
    }

    /// <summary>Gives one turn, once every run that goes on waits for its own.</summary>
    private bool TryGiveTurn(out bool isOver)
    {
        lock (_lock)
        {
            isOver = _waiting.Count == 0;
            if (isOver || _waiting.Values.Any(turns => turns.Count == 0))
            {
                return false;
            }

            List<TaskCompletionSource> chosen = _waiting.Values.ElementAt(_random.Next(_waiting.Count));
            int turn = _random.Next(chosen.Count);
            TaskCompletionSource given = chosen[turn];
            chosen.RemoveAt(turn);
            given.SetResult();
            return true;
        }
    }
}
