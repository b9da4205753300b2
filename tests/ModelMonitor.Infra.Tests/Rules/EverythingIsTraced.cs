using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class EverythingIsTraced : ITemplateRule
{
    public string Explanation => "A slow run is understood from one trace through the state machine and its functions.";

    public string Violating => """
        { "F": { "Type": "AWS::Lambda::Function", "Properties": { "TracingConfig": { "Mode": "PassThrough" } } },
          "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {} } }
        """;

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
    [
        .. from function in template.OfType("AWS::Lambda::Function")
           where function.TextAt("TracingConfig", "Mode") is not "Active"
           select $"{function} is not traced.",
        .. from machine in template.OfType("AWS::StepFunctions::StateMachine")
           where machine.TextAt("TracingConfiguration", "Enabled") is not "true"
           select $"{machine} is not traced.",
    ];
}
