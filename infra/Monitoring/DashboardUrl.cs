using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>The address of a dashboard in the console.</summary>
internal static class DashboardUrl
{
    /// <summary>Composes it.</summary>
    public static string Of(Dashboard dashboard)
    {
        string region = Stack.Of(dashboard).Region;
        return $"https://{region}.console.aws.amazon.com/cloudwatch/home?region={region}#dashboards/dashboard/{dashboard.DashboardName}";
    }
}
