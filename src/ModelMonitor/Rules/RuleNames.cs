using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Scripting;

namespace ModelMonitor.Rules;

/// <summary>The names that expressions of rules may use.</summary>
internal static class RuleNames
{
    public const string Row = "row";
    public const string Current = "current";
    public const string Baseline = "baseline";

    private static readonly string[] Everywhere =
        ["undefined", "NaN", "Infinity", "Math", "Number", "String", "Boolean", "Array", "isNaN", "isFinite", "parseInt", "parseFloat"];

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "abs", "ceil", "floor", "round", "trunc", "sign", "sqrt", "cbrt", "pow", "exp", "log", "log2", "log10", "min", "max", "hypot",
        "isInteger", "isFinite", "isNaN", "isSafeInteger", "isArray", "toFixed", "toString",
        "includes", "startsWith", "endsWith", "indexOf", "lastIndexOf", "trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase",
        "slice", "substring", "charAt", "at", "split", "test", "every", "some", "filter", "map", "find", "quantile",
    };

    private static readonly Lazy<HashSet<string>> NativeFunctions = new(SandboxMeter.FunctionNames);

    /// <summary>What rules over a scope look at.</summary>
    public static IReadOnlyList<string> ValuesOf(RuleScope scope) => scope switch
    {
        RuleScope.Row => [Row],
        RuleScope.Profile => [Current, Baseline],
        _ => HistorySeries.Names,
    };

    /// <summary>The functions that rules over a scope may call by their name alone.</summary>
    public static IReadOnlyList<string> FunctionsOf(RuleScope scope) => scope == RuleScope.History ? HistorySeries.Functions : [];

    /// <summary>Whether a name stands for something in rules over a scope.</summary>
    public static bool IsKnown(string name, RuleScope scope) =>
        Everywhere.Contains(name, StringComparer.Ordinal) || ValuesOf(scope).Contains(name, StringComparer.Ordinal);

    /// <summary>Whether rules over a scope may call a name.</summary>
    public static bool IsFunction(string name, RuleScope scope) =>
        name is "Number" or "String" or "Boolean" or "isNaN" or "isFinite" or "parseInt" or "parseFloat"
        || FunctionsOf(scope).Contains(name, StringComparer.Ordinal);

    /// <summary>Whether values have a function of that name, callable by rules or not.</summary>
    public static bool IsNativeFunction(string name) => NativeFunctions.Value.Contains(name);

    /// <summary>Whether rules may call a method of that name.</summary>
    public static bool IsMethod(string name) => Methods.Contains(name);
}
