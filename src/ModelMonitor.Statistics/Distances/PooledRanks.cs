namespace ModelMonitor.Statistics.Distances;

/// <summary>Walks through the distinct values of two columns together, ascending, with the ranks on both sides.</summary>
internal ref struct PooledRanks(SortedView current, SortedView reference)
{
    private readonly ReadOnlySpan<double> _currentValues = current.Values;
    private readonly ReadOnlySpan<double> _referenceValues = reference.Values;
    private readonly ReadOnlySpan<long> _currentRanks = current.Ranks;
    private readonly ReadOnlySpan<long> _referenceRanks = reference.Ranks;
    private int _nextCurrent;
    private int _nextReference;

    /// <summary>The value at hand.</summary>
    public double Value { get; private set; }

    /// <summary>How many current numbers are not above <see cref="Value"/>.</summary>
    public long Current { get; private set; }

    /// <summary>How many numbers of the reference are not above <see cref="Value"/>.</summary>
    public long Reference { get; private set; }

    /// <summary>How many current numbers are below <see cref="Value"/>.</summary>
    public long CurrentBelow { get; private set; }

    /// <summary>How many numbers of the reference are below <see cref="Value"/>.</summary>
    public long ReferenceBelow { get; private set; }

    /// <summary>Steps to the next value; false after the last.</summary>
    public bool MoveNext()
    {
        bool hasCurrent = _nextCurrent < _currentValues.Length;
        bool hasReference = _nextReference < _referenceValues.Length;
        if (!hasCurrent && !hasReference)
        {
            return false;
        }

        CurrentBelow = Current;
        ReferenceBelow = Reference;
        Value = hasCurrent && (!hasReference || _currentValues[_nextCurrent] <= _referenceValues[_nextReference])
            ? _currentValues[_nextCurrent]
            : _referenceValues[_nextReference];
        if (hasCurrent && _currentValues[_nextCurrent] == Value)
        {
            Current = _currentRanks[_nextCurrent++];
        }

        if (hasReference && _referenceValues[_nextReference] == Value)
        {
            Reference = _referenceRanks[_nextReference++];
        }

        return true;
    }
}
