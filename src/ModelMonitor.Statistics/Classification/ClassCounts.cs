using System.Runtime.InteropServices;

namespace ModelMonitor.Statistics.Classification;

/// <summary>How often each class was predicted for rows of each class, for a bounded number of classes.</summary>
/// <remarks>
/// Labels come from outside and may be anything. Of more names than <see cref="Bound"/> those that come first by length and
/// then by text are kept; rows with another are only counted, in <see cref="Overflow"/>. A name that is kept in the end was
/// never given up on the way, whatever the order of the rows, so merging in any order gives the same counts.
/// </remarks>
public sealed partial class ClassCounts : IMergeableState<ClassCounts>
{
    /// <summary>The most classes unless told otherwise, and at all.</summary>
    public const int DefaultBound = 500;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Actual, int Predicted), long> _cells = [];
    private readonly SortedSet<string> _names = new(ClassOrder.Instance);

    /// <summary>Creates the counts of no rows.</summary>
    /// <param name="bound">The most classes, from 2 to <see cref="DefaultBound"/>. Of counts that are merged, the smallest holds.</param>
    public ClassCounts(int bound = DefaultBound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bound, DefaultBound);
        Bound = bound;
    }

    private static ReadOnlySpan<byte> Tag => "CLSS"u8;

    /// <summary>The most classes.</summary>
    public int Bound { get; private set; }

    /// <summary>Rows of a class, or predicted to be of one, beyond the bound.</summary>
    public long Overflow { get; private set; }

    /// <summary>Rows whose classes are both kept.</summary>
    public long Count => _cells.Values.Sum();

    /// <inheritdoc />
    public static ClassCounts CreateEmpty() => new();

    /// <summary>Counts a row.</summary>
    /// <param name="actual">Its class.</param>
    /// <param name="predicted">The class that was predicted.</param>
    public void Add(string actual, string predicted) => Add(actual, predicted, 1);

    /// <summary>The counts as a matrix.</summary>
    public ConfusionMatrix ToMatrix()
    {
        string[] names = [.. _names];
        int[] places = new int[_indexes.Count];
        for (int i = 0; i < names.Length; i++)
        {
            places[_indexes[names[i]]] = i;
        }

        ConfusionMatrix matrix = new(names);
        foreach (((int actual, int predicted), long count) in _cells)
        {
            matrix.Add(places[actual], places[predicted], count);
        }

        return matrix;
    }

    /// <inheritdoc />
    public void MergeFrom(ClassCounts other)
    {
        if (other.Bound < Bound)
        {
            ConfusionMatrix own = ToMatrix();
            _indexes.Clear();
            _cells.Clear();
            _names.Clear();
            Bound = other.Bound;
            Take(own);
        }

        Overflow += other.Overflow;
        Take(other.ToMatrix());
    }

    private void Take(ConfusionMatrix matrix)
    {
        foreach (string name in matrix.Classes)
        {
            TryGetIndex(name, out _);
        }

        foreach ((int actual, int predicted, long count) in matrix.Cells())
        {
            Add(matrix.Classes[actual], matrix.Classes[predicted], count);
        }
    }

    private void Add(string actual, string predicted, long count)
    {
        // Both are looked up before either is used: the second may push out the first.
        bool areKept = TryGetIndex(actual, out _) & TryGetIndex(predicted, out int column);
        if (areKept && _indexes.TryGetValue(actual, out int row))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_cells, (row, column), out _) += count;
        }
        else
        {
            Overflow += count;
        }
    }

    /// <summary>The index of a class that is kept; a new one may take the place of the last.</summary>
    private bool TryGetIndex(string name, out int index)
    {
        if (_indexes.TryGetValue(name, out index))
        {
            return true;
        }

        index = _names.Count;
        if (index == Bound)
        {
            string last = _names.Max!;
            if (ClassOrder.Instance.Compare(name, last) > 0)
            {
                return false;
            }

            index = Forget(last);
        }

        _names.Add(name);
        _indexes.Add(name, index);
        return true;
    }

    /// <summary>Moves the rows of a class to the overflow and returns its index.</summary>
    private int Forget(string name)
    {
        int index = _indexes[name];
        _names.Remove(name);
        _indexes.Remove(name);
        foreach ((int actual, int predicted) in _cells.Keys.Where(cell => cell.Actual == index || cell.Predicted == index).ToArray())
        {
            _cells.Remove((actual, predicted), out long count);
            Overflow += count;
        }

        return index;
    }
}
