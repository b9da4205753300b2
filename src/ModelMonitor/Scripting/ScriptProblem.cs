using System.Globalization;

namespace ModelMonitor.Scripting;

/// <summary>What is wrong with an expression or a script, before or while it runs.</summary>
/// <param name="Message">What, in one sentence.</param>
/// <param name="Line">Its line, from 1; 0 when it has no place.</param>
/// <param name="Column">Its column, from 1; 0 when it has no place.</param>
public sealed record ScriptProblem(string Message, int Line, int Column)
{
    /// <summary>Whether a limit of the sandbox was reached, rather than an error thrown.</summary>
    public bool IsLimit { get; init; }

    /// <inheritdoc />
    public override string ToString() => Line == 0
        ? Message
        : string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}: {Message}");
}
