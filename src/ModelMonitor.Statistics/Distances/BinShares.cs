namespace ModelMonitor.Statistics.Distances;

/// <summary>The shares of one side's bins, zeros handled, and how far each may be off.</summary>
internal readonly ref struct BinShares
{
    private readonly ReadOnlySpan<long> _counts;
    private readonly double _total;
    private readonly double _added;
    private readonly double _zero;
    private readonly double _error;
    private readonly double _smallest;

    public BinShares(ReadOnlySpan<long> counts, long total, double error, ZeroHandling zeros)
    {
        _counts = counts;
        _added = zeros == ZeroHandling.AddOne ? 1.0 : 0.0;
        _total = total + _added * counts.Length;
        _error = error * total / _total;
        _zero = zeros == ZeroHandling.Evidently ? ZeroOfEvidently(counts, total) : 0.0;
        _smallest = zeros == ZeroHandling.Evidently ? _zero : 1.0 / _total;
    }

    /// <summary>The share of a bin.</summary>
    public double this[int bin] => _counts[bin] == 0 && _added == 0.0 ? _zero : (_counts[bin] + _added) / _total;

    /// <summary>The least that the share may be; not 0 unless the bin is empty.</summary>
    public double Least(int bin) => _error == 0.0 ? this[bin] : Math.Max(this[bin] - ErrorOf(bin), Math.Min(this[bin], _smallest));

    /// <summary>The most that the share may be.</summary>
    public double Most(int bin) => Math.Min(this[bin] + ErrorOf(bin), 1.0);

    private double ErrorOf(int bin) => bin == 0 || bin == _counts.Length - 1 ? _error : 2.0 * _error;

    private static double ZeroOfEvidently(ReadOnlySpan<long> counts, long total)
    {
        const double Usual = 0.0001;
        long least = long.MaxValue;
        foreach (long count in counts)
        {
            least = count > 0 ? Math.Min(least, count) : least;
        }

        double smallest = least / (double)total;
        return smallest <= Usual ? smallest / 1e6 : Usual;
    }
}
