namespace ModelMonitor.Cli;

/// <summary>What the process returns to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to complain of.</summary>
    public const int Clean = 0;

    /// <summary>Done, and the data violates its constraints.</summary>
    public const int Violations = 1;

    /// <summary>Done, and what is there is not what is wanted.</summary>
    public const int Different = 1;

    /// <summary>Nothing done: wrong usage, or a file that does not fit.</summary>
    public const int Configuration = 2;

    /// <summary>Not done: something failed that the user did not do.</summary>
    public const int Failure = 3;

    /// <summary>Ended by Ctrl-C: 128 and the number of the signal, as shells count.</summary>
    public const int Interrupted = 130;
}
