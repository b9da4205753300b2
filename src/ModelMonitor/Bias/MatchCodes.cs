namespace ModelMonitor.Bias;

/// <summary>Where a cell stands to the values of a configuration, in a byte.</summary>
internal static class MatchCodes
{
    /// <summary>There is no cell.</summary>
    public const byte Missing = 0;

    /// <summary>It is none of the values, or no number where one is expected.</summary>
    public const byte Other = 1;

    /// <summary>It is below the single number, or a number outside the interval.</summary>
    public const byte Below = 2;

    /// <summary>It is one of the values, in the interval, or a probability above its threshold.</summary>
    public const byte Equal = 3;

    /// <summary>It is above the single number.</summary>
    public const byte Above = 4;

    /// <summary>How many there are.</summary>
    public const int Count = 5;
}
