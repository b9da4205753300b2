using System.Globalization;
using System.Text.RegularExpressions;
using Acornima;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace ModelMonitor.Scripting;

/// <summary>Runs scripts of the monitor's owner without trusting them: no .NET, no code from text, and limits to all they take.</summary>
/// <remarks>Not for use by several threads at once. What a script leaves behind in it stays: each rule has one of its own.</remarks>
internal sealed class Sandbox
{
    private const int LongestMessage = 300;

    /// <summary>Creates a sandbox.</summary>
    /// <param name="limits">What each call may take.</param>
    public Sandbox(SandboxLimits limits)
    {
        Engine = new Engine(options =>
        {
            options.Strict();
            options.DisableStringCompilation();
            options.TimeoutInterval(limits.Time);
            options.LimitMemory(limits.Memory);
            options.MaxStatements(limits.Statements);
            options.LimitRecursion(SandboxLimits.Recursion);
            options.MaxArraySize(SandboxLimits.ArraySize);
            options.MaxJsonParseDepth(SandboxLimits.Depth);
            options.RegexTimeoutInterval(SandboxLimits.RegexTime);
            options.Culture(CultureInfo.InvariantCulture);
            options.LocalTimeZone(TimeZoneInfo.Utc);
            options.AgentCanSuspend = false;

            // Without it a getter, a conversion or a proxy that calls itself ends the process.
            options.Constraints.StackOverflowGuard = true;
        });
        SandboxGlobals.Harden(Engine);
        SandboxMeter.Install(Engine);
    }

    /// <summary>The engine, for values and objects.</summary>
    public Engine Engine { get; }

    /// <summary>Runs a script, or evaluates an expression.</summary>
    /// <param name="source">Its text.</param>
    /// <exception cref="ScriptException">It is none, it threw, or a limit stopped it.</exception>
    public JsValue Run(string source) => Guard(() => Checked(Engine.Evaluate(source)));

    /// <summary>Calls a function.</summary>
    /// <exception cref="ScriptException">It threw, or a limit stopped it.</exception>
    public JsValue Call(JsValue function, params JsValue[] arguments)
    {
        try
        {
            return Checked(Engine.Invoke(function, (object[])arguments));
        }
        catch (Exception exception) when (ProblemOf(exception) is not null)
        {
            throw new ScriptException(ProblemOf(exception)!, exception);
        }
    }

    /// <summary>Does something in which code of the script may run.</summary>
    /// <exception cref="ScriptException">It threw, or a limit stopped it.</exception>
    public static TValue Guard<TValue>(Func<TValue> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (ProblemOf(exception) is not null)
        {
            throw new ScriptException(ProblemOf(exception)!, exception);
        }
    }

    /// <summary>What the last statement took counts too.</summary>
    private JsValue Checked(JsValue value)
    {
        Engine.Constraints.Check();
        return value;
    }

    private static ScriptProblem? ProblemOf(Exception exception) => exception switch
    {
        JavaScriptException thrown => new ScriptProblem(
            Shorten(thrown.Message), thrown.Location.Start.Line, thrown.Location.Start.Line == 0 ? 0 : thrown.Location.Start.Column + 1),
        ParseErrorException parse => new ScriptProblem(Shorten(parse.Error.Description), parse.LineNumber, parse.Column + 1),
        ScriptPreparationException { InnerException: ParseErrorException parse } =>
            new ScriptProblem(Shorten(parse.Error.Description), parse.LineNumber, parse.Column + 1),
        RegexMatchTimeoutException => Limit("a regular expression took too long"),
        TimeoutException => Limit("it took too long"),
        StatementsCountOverflowException => Limit("it executed too many statements"),
        RecursionDepthOverflowException => Limit("it called itself too often"),
        MemoryLimitExceededException or OutOfMemoryException => Limit("it took too much memory"),
        ScriptPreparationException or InsufficientExecutionStackException => Limit("it is nested too deeply"),
        ScriptException own => own.Problem,
        OperationCanceledException => null,

        // Whatever else a script has the engine throw is that script's failure, and no reason to end the run.
        _ => new ScriptProblem(Shorten(exception.Message), 0, 0),
    };

    private static ScriptProblem Limit(string message) => new(message, 0, 0) { IsLimit = true };

    private static string Shorten(string message) => message.Length <= LongestMessage ? message : $"{message[..LongestMessage]}…";
}
