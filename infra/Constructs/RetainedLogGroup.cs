using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ModelMonitor.Infra.Constructs;

/// <summary>A log group that keeps its logs for the days that the deployment sets, and goes with the stack.</summary>
internal sealed class RetainedLogGroup : Construct
{
    public RetainedLogGroup(Construct scope, string id, int retentionDays)
        : base(scope, id)
    {
        LogGroup = new LogGroup(this, "LogGroup", new LogGroupProps { RemovalPolicy = RemovalPolicy.DESTROY });
        ((CfnLogGroup)LogGroup.Node.DefaultChild!).RetentionInDays = retentionDays;
    }

    /// <summary>The log group.</summary>
    public LogGroup LogGroup { get; }
}
