using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

internal sealed class NothingHasAPhysicalName : ITemplateRule
{
    private static readonly string[] Names =
    [
        "BucketName", "FunctionName", "QueueName", "TopicName", "RoleName", "LogGroupName", "StateMachineName", "AlarmName", "DashboardName",
    ];

    public string Explanation => "A resource with a name of its own cannot be replaced, and a second deployment collides with the first.";

    public string Violating => """{ "B": { "Type": "AWS::S3::Bucket", "Properties": { "BucketName": "modelmonitor" } } }""";

    public int Flaws => 1;

    public IEnumerable<string> FindViolations(Template template) =>
        from resource in template.Resources
        where resource.Type is not "AWS::Lambda::Permission"
        from name in Names
        where resource.At(name) is not null
        select $"{resource} has a {name}.";
}
