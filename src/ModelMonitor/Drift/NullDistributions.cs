using System.Collections.Concurrent;
using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Drift;

/// <summary>The null distributions of a baseline's columns, simulated when they are asked for and kept.</summary>
internal sealed class NullDistributions
{
    private readonly ConcurrentDictionary<NullKey, NullDistribution?> _known = new();
    private readonly int _knownBefore;

    /// <summary>Starts with what is known already.</summary>
    public NullDistributions(IEnumerable<KeyValuePair<NullKey, NullDistribution?>> known)
    {
        foreach ((NullKey key, NullDistribution? distribution) in known)
        {
            _known[key] = distribution;
        }

        _knownBefore = _known.Count;
    }

    /// <summary>Whether any was simulated that was not known at the start.</summary>
    public bool HasNews => _known.Count > _knownBefore;

    /// <summary>What is known, ordered, so that the same knowledge is the same content.</summary>
    public IEnumerable<KeyValuePair<NullKey, NullDistribution?>> Known => _known
        .OrderBy(pair => pair.Key.Column, StringComparer.Ordinal)
        .ThenBy(pair => pair.Key.Method, StringComparer.Ordinal)
        .ThenBy(pair => pair.Key.RowCountClass);

    /// <summary>The distribution for a size of window; null where there is no chance in what the method measures.</summary>
    public NullDistribution? Of(DriftMethod method, string column, DriftSample reference, double size)
    {
        (int rowCountClass, double share) = RowCountClass.Of(size);
        if (Of(method, column, reference, rowCountClass) is not { } lower || share < 0.01)
        {
            return Of(method, column, reference, rowCountClass);
        }

        return Of(method, column, reference, rowCountClass + 1) is { } upper ? lower.Towards(upper, share) : lower;
    }

    private NullDistribution? Of(DriftMethod method, string column, DriftSample reference, int rowCountClass) => _known.GetOrAdd(
        new NullKey(column, method.Id, rowCountClass),
        key => NullSimulation.Run(method, column, reference, RowCountClass.SizeOf(key.RowCountClass)));
}
