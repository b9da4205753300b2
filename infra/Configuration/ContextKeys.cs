namespace ModelMonitor.Infra.Configuration;

/// <summary>The names of the settings in the CDK's context.</summary>
internal static class ContextKeys
{
    public const string StackName = "stackName";
    public const string Monitors = "monitors";
    public const string CaptureBucket = "captureBucket";
    public const string Architecture = "architecture";
    public const string NotifyEmail = "notifyEmail";
    public const string LogRetentionDays = "logRetentionDays";
    public const string RunbookUrl = "runbookUrl";
    public const string ReportSite = "reportSite";
    public const string ReportSiteViewers = "reportSiteViewers";
    public const string ReportSitePublicKey = "reportSitePublicKey";
    public const string ReportSiteDomain = "reportSiteDomain";
    public const string ReportSiteCertificate = "reportSiteCertificate";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        StackName, Monitors, CaptureBucket, Architecture, NotifyEmail, LogRetentionDays, RunbookUrl,
        ReportSite, ReportSiteViewers, ReportSitePublicKey, ReportSiteDomain, ReportSiteCertificate,
    ];
}
