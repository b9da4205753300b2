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
        sandbox.Run($"(({string.Join(",", parameters)}) => (\n{Expression.Source}\n))");

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
            ScriptProblem problem = exception.Problem;
            throw new ScriptException(problem.Line > 1 ? problem with { Line = problem.Line - 1 } : problem, exception);
        }

        return value.IsBoolean()
            ? value.AsBoolean()
            : throw new ScriptException(new ScriptProblem($"expected true or false, found {Describe(value)}", 0, 0));
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
