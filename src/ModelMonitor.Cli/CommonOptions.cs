using System.CommandLine;

namespace ModelMonitor.Cli;

/// <summary>The options that every command has.</summary>
internal sealed class CommonOptions
{
    /// <summary>Machine-readable results.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print results as JSON.", Recursive = true };

    /// <summary>Details of a failure.</summary>
    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Print all details of a failure.",
        Recursive = true,
    };
}
