namespace ModelMonitor.Statistics.Classification;

/// <summary>How often each class was predicted for rows of each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] _cells;
    private readonly long[] _actual;
    private readonly long[] _predicted;

    /// <summary>Creates a matrix of no rows.</summary>
    /// <param name="classes">The classes, no name twice.</param>
    public ConfusionMatrix(IReadOnlyList<string> classes)
    {
        Classes = classes;
        _cells = new long[classes.Count * classes.Count];
        _actual = new long[classes.Count];
        _predicted = new long[classes.Count];
    }

    /// <summary>The classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>All rows.</summary>
    public long Total { get; private set; }

    /// <summary>How often a class was predicted for rows of a class.</summary>
    /// <param name="actual">The index of the rows' class.</param>
    /// <param name="predicted">The index of the predicted class.</param>
    public long this[int actual, int predicted] => _cells[actual * Classes.Count + predicted];

    /// <summary>Rows of a class.</summary>
    public long Actual(int index) => _actual[index];

    /// <summary>Rows predicted to be of a class.</summary>
    public long Predicted(int index) => _predicted[index];

    /// <summary>Adds rows to a cell.</summary>
    /// <param name="actual">The index of their class.</param>
    /// <param name="predicted">The index of the class predicted.</param>
    /// <param name="count">How many.</param>
    public void Add(int actual, int predicted, long count)
    {
        _cells[actual * Classes.Count + predicted] += count;
        _actual[actual] += count;
        _predicted[predicted] += count;
        Total += count;
    }

    /// <summary>The cells that have rows, by class and predicted class.</summary>
    public IEnumerable<(int Actual, int Predicted, long Count)> Cells()
    {
        for (int i = 0; i < _cells.Length; i++)
        {
            if (_cells[i] > 0)
            {
                yield return (i / Classes.Count, i % Classes.Count, _cells[i]);
            }
        }
    }

    /// <summary>What always predicting the most frequent class comes to; the first of several.</summary>
    public ConfusionMatrix OfBestConstant()
    {
        int best = 0;
        for (int i = 1; i < Classes.Count; i++)
        {
            best = _actual[i] > _actual[best] ? i : best;
        }

        ConfusionMatrix matrix = new(Classes);
        for (int i = 0; i < Classes.Count; i++)
        {
            matrix.Add(i, best, _actual[i]);
        }

        return matrix;
    }

    /// <summary>One class against all others.</summary>
    public BinaryCounts OneAgainstRest(int index)
    {
        long hits = this[index, index];
        return new BinaryCounts(hits, _predicted[index] - hits, Total - _actual[index] - _predicted[index] + hits, _actual[index] - hits);
    }
}
