using ModelMonitor.Profiling;

namespace ModelMonitor.GroundTruth;

/// <summary>Marks the sampled predictions of several windows that labels are of, in one pass over the labels.</summary>
internal sealed class LabelProbe : ILabelSink
{
    private const int None = -1;

    private readonly Dictionary<ulong, int> _first = [];
    private readonly List<(int Window, int Next)> _entries = [];
    private readonly Dictionary<int, PredictionSample> _samples = [];

    /// <summary>The windows that want the labels that come now.</summary>
    public IReadOnlyList<int> Wanting { get; set; } = [];

    /// <summary>Takes in the sample of a window, which is marked from then on.</summary>
    public void Add(int window, PredictionSample sample)
    {
        _samples.Add(window, sample);
        foreach ((ulong hash, bool isLabelled) in sample.Events)
        {
            if (!isLabelled)
            {
                int next = _first.GetValueOrDefault(hash, None);
                _first[hash] = _entries.Count;
                _entries.Add((window, next));
            }
        }
    }

    /// <inheritdoc />
    public void Add(EventKey key, ReadOnlySpan<byte> label)
    {
        for (int i = _first.GetValueOrDefault(PredictionSample.HashOf(key.Id), None); i != None; i = _entries[i].Next)
        {
            if (Wanting.Contains(_entries[i].Window))
            {
                _samples[_entries[i].Window].Add(key.Id, isLabelled: true);
            }
        }
    }
}
