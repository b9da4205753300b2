using System.Collections;
using ModelMonitor.Profiling;

namespace ModelMonitor.GroundTruth;

/// <summary>Marks the sampled predictions of several windows that labels are of, in one pass over the labels.</summary>
internal sealed class LabelProbe : ILabelSink
{
    private const int None = -1;

    private readonly Dictionary<ulong, int> _first = [];
    private readonly List<(int Window, int Next)> _entries = [];
    private readonly List<(PredictionSample Sample, BitArray Wanted)> _windows = [];

    /// <summary>The place of the object whose labels come now.</summary>
    public int Place { get; set; }

    /// <summary>Takes in the sample of a window, which is marked from then on.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="wanted">The places of the objects whose labels are for it.</param>
    public void Add(PredictionSample sample, BitArray wanted)
    {
        int window = _windows.Count;
        _windows.Add((sample, wanted));
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
            (PredictionSample sample, BitArray wanted) = _windows[_entries[i].Window];
            if (wanted[Place])
            {
                sample.Add(key.Id, isLabelled: true);
            }
        }
    }
}
