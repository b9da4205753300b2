namespace ModelMonitor.Scripting;

/// <summary>A script did not do what it should: it could not be parsed, it threw, or a limit stopped it.</summary>
public sealed class ScriptException : Exception
{
    internal ScriptException(ScriptProblem problem, Exception? cause = null)
        : base(problem.ToString(), cause) => Problem = problem;

    /// <summary>What is wrong, and where.</summary>
    public ScriptProblem Problem { get; }
}
