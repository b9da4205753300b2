using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>The numbers of both sides together, in cells that keep every heavily tied value apart.</summary>
/// <param name="Shares">The share of each cell, ascending by value; they sum to 1.</param>
/// <param name="Tie">The value that occurs most often.</param>
/// <param name="TieShare">Its share.</param>
internal sealed record PooledCells(IReadOnlyList<double> Shares, double Tie, double TieShare)
{
    private const double CellShare = 1.0 / 24.0;

    /// <summary>Up to this share of one value, the limit without ties holds.</summary>
    public const double FewTies = 0.02;

    /// <summary>Puts two columns together, neither of them empty.</summary>
    public static PooledCells Of(SortedView current, SortedView reference)
    {
        double total = (double)current.TotalWeight + reference.TotalWeight;
        List<double> shares = [];
        double open = 0.0;
        double tie = 0.0;
        double tieShare = 0.0;
        PooledRanks pooled = new(current, reference);
        while (pooled.MoveNext())
        {
            double share = (pooled.Current - pooled.CurrentBelow + pooled.Reference - pooled.ReferenceBelow) / total;
            (tie, tieShare) = share > tieShare ? (pooled.Value, share) : (tie, tieShare);
            if (open > 0.0 && share >= CellShare / 2.0)
            {
                shares.Add(open);
                open = 0.0;
            }

            open += share;
            if (open >= CellShare / 2.0 && (share >= CellShare / 2.0 || open >= CellShare))
            {
                shares.Add(open);
                open = 0.0;
            }
        }

        if (open > 0.0)
        {
            shares.Add(open);
        }

        return new PooledCells(shares, tie, tieShare);
    }
}
