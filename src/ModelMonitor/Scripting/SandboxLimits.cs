namespace ModelMonitor.Scripting;

/// <summary>What one call of a script may take.</summary>
/// <param name="Time">Its time.</param>
/// <param name="Memory">What it may allocate, in bytes.</param>
/// <param name="Statements">How many statements it may execute.</param>
internal sealed record SandboxLimits(TimeSpan Time, long Memory, int Statements)
{
    /// <summary>The deepest recursion.</summary>
    public const int Recursion = 64;

    /// <summary>The most items of an array.</summary>
    public const uint ArraySize = 100_000;

    /// <summary>The longest text that a call may make of many, in characters.</summary>
    public const int TextLength = 1 << 20;

    /// <summary>The longest script, in characters.</summary>
    public const int SourceLength = 1 << 18;

    /// <summary>The deepest JSON text and the deepest value that is handed out.</summary>
    public const int Depth = 64;

    /// <summary>How long one match of a regular expression may take.</summary>
    public static TimeSpan RegexTime { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The limits of a rule over a batch of rows.</summary>
    public static SandboxLimits OfBatch { get; } = new(TimeSpan.FromSeconds(1), 32L << 20, 100_000);

    /// <summary>The limits of preprocessing one record.</summary>
    public static SandboxLimits OfRow { get; } = new(TimeSpan.FromMilliseconds(250), 16L << 20, 100_000);

    /// <summary>The limits of what is evaluated once a run.</summary>
    public static SandboxLimits OfRun { get; } = new(TimeSpan.FromSeconds(2), 64L << 20, 2_000_000);
}
