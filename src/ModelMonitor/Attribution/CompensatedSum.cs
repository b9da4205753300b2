using ModelMonitor.Statistics;

namespace ModelMonitor.Attribution;

/// <summary>A sum with what rounding took from it (Neumaier 1974): exact to about twice the digits of a double.</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    /// <summary>The sum.</summary>
    public readonly double Value => _sum + _lost;

    /// <summary>Adds a finite number.</summary>
    public void Add(double value)
    {
        double sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }

    /// <summary>Takes in another sum.</summary>
    public void Add(CompensatedSum other)
    {
        Add(other._sum);
        _lost += other._lost;
    }

    public readonly void WriteTo(ref StateWriter writer)
    {
        writer.WriteDouble(_sum);
        writer.WriteDouble(_lost);
    }

    public static CompensatedSum ReadFrom(ref StateReader reader)
    {
        CompensatedSum sum = new() { _sum = reader.ReadDouble(), _lost = reader.ReadDouble() };
        return double.IsFinite(sum.Value) ? sum : throw new CorruptStateException("A sum of attributions is no number.");
    }
}
