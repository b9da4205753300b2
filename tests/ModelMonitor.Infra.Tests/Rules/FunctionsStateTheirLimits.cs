using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class FunctionsStateTheirLimits : ITemplateRule
{
    private static readonly string[] Limits = ["MemorySize", "Timeout"];

    public string Explanation => "Lambda's defaults, 128 MB and 3 seconds, are never what a function here needs.";

    public string Violating => """{ "F": { "Type": "AWS::Lambda::Function", "Properties": { "MemorySize": 512 } } }""";

    public int Flaws => 1;

    public IEnumerable<string> FindViolations(Template template) =>
        from function in template.OfType("AWS::Lambda::Function")
        from limit in Limits
        where function.At(limit) is null
        select $"{function} states no {limit}.";
}
