namespace ModelMonitor.Statistics.Tests;

/// <summary>The sketch of <see cref="KllSketch"/> written out item by item, as slowly and plainly as possible, to compare with.</summary>
internal sealed class PlainKllSketch(int k = KllSketch.DefaultK, double c = KllSketch.DefaultC)
{
    public List<List<double>> Levels { get; } = [[]];

    private readonly List<int> _timesCompacted = [0];
    private readonly List<int> _offsets = [0];

    public void Add(double value)
    {
        Levels[0].Add(value);
        if (Size > TotalCapacity)
        {
            Condense();
        }
    }

    public void MergeFrom(PlainKllSketch other)
    {
        while (Levels.Count < other.Levels.Count)
        {
            AddLevel();
        }

        for (int h = 0; h < other.Levels.Count; h++)
        {
            Levels[h].AddRange(other.Levels[h]);
        }

        while (Size >= TotalCapacity)
        {
            Condense();
        }
    }

    private int Size => Levels.Sum(level => level.Count);

    private int TotalCapacity => Enumerable.Range(0, Levels.Count).Sum(Capacity);

    private int Capacity(int level) => 2 * ((int)Math.Ceiling(k * Math.Pow(c, level) / 2.0) + 1);

    private void AddLevel()
    {
        Levels.Add([]);
        _timesCompacted.Add(0);
        _offsets.Add(0);
    }

    private void Condense()
    {
        int h = 0;
        while (Levels[h].Count < Capacity(h))
        {
            h++;
        }

        if (h + 1 == Levels.Count)
        {
            AddLevel();
        }

        List<double> items = Levels[h];
        int even = items.Count - items.Count % 2;
        if (_timesCompacted[h] % 2 == 1)
        {
            _offsets[h] = 1 - _offsets[h];
        }

        // Comparer<double> has zeros equal; Java's order has the negative one first.
        double[] sorted = [.. items.Take(even).OrderBy(item => item).ThenBy(item => double.IsNegative(item) ? 0 : 1)];
        for (int i = _offsets[h]; i < even; i += 2)
        {
            Levels[h + 1].Add(sorted[i]);
        }

        items.RemoveRange(0, even);
        _timesCompacted[h]++;
    }
}
