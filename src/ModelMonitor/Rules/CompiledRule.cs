using Jint;
using Jint.Native;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Scripting;

namespace ModelMonitor.Rules;

/// <summary>A rule whose expression is sound, and where it runs.</summary>
/// <param name="Settings">The rule.</param>
/// <param name="Expression">Its expression.</param>
internal sealed record CompiledRule(RuleSettings Settings, RuleExpression Expression)
{
    /// <summary>The function of a sandbox that has the rule's value.</summary>
    /// <param name="sandbox">The sandbox, the rule's own.</param>
    /// <param name="parameters">The names of what the rule looks at; none where they are names of the sandbox.</param>
    public JsValue FunctionIn(Sandbox sandbox, params ReadOnlySpan<string> parameters) =>
        // The line that goes before the expression is taken off again where errors are told.
        sandbox.Run($"(({string.Join(",", parameters)}) => (\n{Expression.Code}\n))");

    /// <summary>A function of a row and of <c>next</c>, which takes the rule's value for the row, puts the next row in its place, and says whether there is one.</summary>
    /// <param name="sandbox">The sandbox, the rule's own.</param>
    /// <param name="parameter">The name of the row.</param>
    public JsValue LoopIn(Sandbox sandbox, string parameter) =>
        // Rules have no names of their own: the one of the function that is called is nothing to them.
        sandbox.Run($"(({parameter}, $next) => {{ while ($next(\n{Expression.Code}\n)); }})");

    /// <summary>A problem by its place in the expression.</summary>
    public static ScriptProblem WithoutFirstLine(ScriptProblem problem) => problem.Line > 1 ? problem with { Line = problem.Line - 1 } : problem;

    /// <summary>What is wrong with a value that says nothing.</summary>
    public static ScriptException NeitherTrueNorFalse(JsValue value) =>
        new(new ScriptProblem($"expected true or false, found {Describe(value)}", 0, 0));

    /// <summary>Calls the rule's function.</summary>
    /// <exception cref="ScriptException">It threw, a limit stopped it, or its value is neither true nor false.</exception>
    public static bool Evaluate(Sandbox sandbox, JsValue function, params JsValue[] arguments)
    {
        JsValue value;
        try
        {
            value = sandbox.Call(function, arguments);
        }
        catch (ScriptException exception)
        {
            throw new ScriptException(WithoutFirstLine(exception.Problem), exception);
        }

        return value.IsBoolean() ? value.AsBoolean() : throw NeitherTrueNorFalse(value);
    }

    private static string Describe(JsValue value) => value switch
    {
        _ when value.IsUndefined() => "undefined",
        _ when value.IsNull() => "null",
        _ when value.IsNumber() => "a number",
        _ when value.IsString() => "a text",
        _ => "an object",
    };
}
