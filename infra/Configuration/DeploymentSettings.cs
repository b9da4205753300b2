namespace ModelMonitor.Infra.Configuration;

/// <summary>What a deployment can be told by the CDK's context: <c>cdk deploy -c name=value</c> or <c>cdk.json</c>.</summary>
internal sealed record DeploymentSettings
{
    /// <summary>The name of the stack; the default is <c>ModelMonitor</c>.</summary>
    public string StackName { get; init; } = "ModelMonitor";

    /// <summary>The folder of the monitor files, from the app's folder; the default is <c>monitors</c>.</summary>
    public string MonitorsFolder { get; init; } = "monitors";

    /// <summary>The name of an existing bucket that endpoints capture to; null to create one.</summary>
    public string? CaptureBucket { get; init; }

    /// <summary>The processor of the functions; the default is x86_64.</summary>
    public FunctionArchitecture Architecture { get; init; } = FunctionArchitecture.X64;

    /// <summary>An address that alarms are mailed to, once its owner confirmed; null for none.</summary>
    public string? NotifyEmail { get; init; }

    /// <summary>How many days logs are kept; the default is 30.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>The page that alarms link to, without anchor; the default is the project's own.</summary>
    public string RunbookUrl { get; init; } = "https://github.com/modelmonitor/modelmonitor/blob/main/docs/operations.md";

    /// <summary>How the website of reports is put before viewers; null, the default, for not at all.</summary>
    public ReportSiteSettings? ReportSite { get; init; }
}
