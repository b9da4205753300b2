using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class NothingHasAPhysicalName : ITemplateRule
{
    private static readonly string[] Names =
    [
        "BucketName", "FunctionName", "QueueName", "TopicName", "RoleName", "LogGroupName", "StateMachineName", "AlarmName", "DashboardName",
    ];

    public string Explanation =>
        "A resource with a name of its own cannot be replaced, and a second deployment collides with the first. Alarms of monitors, "
        + "by whose events the monitor is known, have the name of the stack in theirs.";

    public string Violating => """
        { "B": { "Type": "AWS::S3::Bucket", "Properties": { "BucketName": "modelmonitor" } },
          "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "AlarmName": "modelmonitor" } } }
        """;

    public int Flaws => 2;

    public IEnumerable<string> FindViolations(Template template) =>
        from resource in template.Resources
        where resource.Type is not "AWS::Lambda::Permission"
        from name in Names
        where resource.At(name) is not null && !(name == "AlarmName" && AlarmName.TryParse(resource.TextAt(name), out _))
        select $"{resource} has a {name}.";
}
