namespace ModelMonitor.Statistics.Distances;

/// <summary>What becomes of a bin that one side lacks, where the logarithm of a share would be infinite.</summary>
public enum ZeroHandling
{
    /// <summary>Counts are left as they are; a bin that a side lacks is left out where its term would be infinite.</summary>
    None,

    /// <summary>One is added to the count of every bin on both sides, as Fiddler does.</summary>
    AddOne,

    /// <summary>
    /// A share of 0 becomes 0.0001, or a millionth of the side's smallest other share where that is at most
    /// 0.0001; the shares are not made to sum to 1 again. As Evidently does.
    /// </summary>
    Evidently,
}
