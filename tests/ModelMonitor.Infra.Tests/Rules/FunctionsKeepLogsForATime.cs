using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class FunctionsKeepLogsForATime : ITemplateRule
{
    public string Explanation => "A log group that Lambda makes by itself keeps logs for ever and outlives the stack.";

    public string Violating => """
        { "F": { "Type": "AWS::Lambda::Function", "Properties": {} }, "L": { "Type": "AWS::Logs::LogGroup", "Properties": {} } }
        """;

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
    [
        .. from function in template.OfType("AWS::Lambda::Function")
           where !template.OfType("AWS::Logs::LogGroup").Any(logs => TemplateResource.Refers(function.At("LoggingConfig", "LogGroup"), logs.Id))
           select $"{function} has no log group of its own.",
        .. from machine in template.OfType("AWS::StepFunctions::StateMachine")
           where !template.OfType("AWS::Logs::LogGroup").Any(logs => TemplateResource.Refers(machine.At("LoggingConfiguration"), logs.Id))
           select $"{machine} has no log group of its own.",
        .. from logs in template.OfType("AWS::Logs::LogGroup")
           where logs.At("RetentionInDays") is null
           select $"{logs} keeps logs for ever.",
    ];
}
