using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ModelMonitor.Infra.Constructs;

/// <summary>One function with a role, a log group and a failure destination of its own.</summary>
internal sealed class MonitoringFunction : Construct
{
    public MonitoringFunction(Construct scope, string handler, FunctionSize size, MonitoringFunctionSettings settings)
        : base(scope, handler)
    {
        RetainedLogGroup logs = new(this, "Logs", settings.LogRetentionDays);
        Role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        logs.LogGroup.GrantWrite(Role);
        Timeout = size.TimeoutSeconds;
        Function = new Function(this, "Function", new FunctionProps
        {
            Description = size.Purpose,
            Runtime = Runtime.PROVIDED_AL2023,
            Architecture = settings.Architecture.ToLambda(),
            Code = settings.Code,
            Handler = handler,
            Environment = new Dictionary<string, string>(settings.Environment, StringComparer.Ordinal),
            MemorySize = size.MemoryMegabytes,
            Timeout = Duration.Seconds(size.TimeoutSeconds),
            EphemeralStorageSize = Size.Mebibytes(size.DiskMegabytes),
            Tracing = Tracing.ACTIVE,
            LogGroup = logs.LogGroup,
            Role = Role,
            DeadLetterQueue = settings.FailedEvents,
        });
    }

    /// <summary>The function.</summary>
    public Function Function { get; }

    /// <summary>What it runs as.</summary>
    public Role Role { get; }

    /// <summary>How long it may take, in seconds.</summary>
    public int Timeout { get; }
}
