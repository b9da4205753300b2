namespace ModelMonitor.Infra.Configuration;

/// <summary>Mistakes in what the user gave: the context or the monitor files. It is thrown before anything is synthesized.</summary>
internal sealed class InvalidDeploymentException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problems">All mistakes, each a line for the user: where, what was found, what was expected.</param>
    public InvalidDeploymentException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>All mistakes.</summary>
    public IReadOnlyList<string> Problems { get; }
}
