using ModelMonitor.Profiling;

namespace ModelMonitor.GroundTruth;

/// <summary>Counts which sampled predictions of several windows get their first label, in one pass over labels.</summary>
internal sealed class LabelProbe : ILabelSink
{
    private const int None = -1;

    private readonly Dictionary<ulong, int> _first = [];
    private readonly List<(int Window, int Next, bool IsLabelled)> _entries = [];
    private readonly Dictionary<int, int> _newlyLabelled = [];

    /// <summary>The windows that want the labels that come now.</summary>
    public IReadOnlyList<int> Wanting { get; set; } = [];

    /// <summary>Takes in the sample of a window.</summary>
    public void Add(int window, PredictionSample sample)
    {
        foreach ((ulong hash, bool isLabelled) in sample.Events)
        {
            int next = _first.GetValueOrDefault(hash, None);
            _first[hash] = _entries.Count;
            _entries.Add((window, next, isLabelled));
        }
    }

    /// <summary>How many of a window's sampled predictions got their first label.</summary>
    public int NewlyLabelled(int window) => _newlyLabelled.GetValueOrDefault(window);

    /// <inheritdoc />
    public void Add(EventKey key, ReadOnlySpan<byte> label)
    {
        for (int i = _first.GetValueOrDefault(PredictionSample.HashOf(key.Id), None); i != None; i = _entries[i].Next)
        {
            (int window, int next, bool isLabelled) = _entries[i];
            if (!isLabelled && Wanting.Contains(window))
            {
                _entries[i] = (window, next, true);
                _newlyLabelled[window] = NewlyLabelled(window) + 1;
            }
        }
    }
}
