using System.Net;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Infra.Configuration;

namespace ModelMonitor.Infra.Tests.Synthesis;

/// <summary>The deployments that tests look at. Each is synthesized once.</summary>
public sealed class Deployments : IDisposable
{
    public const string ForeignBucket = "captures-of-another-team";
    public const string ExistingBucket = "captures-that-were-there";
    public const string KmsKey = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    public const string ExecutionRole = "arn:aws:iam::123456789012:role/endpoint";

    /// <summary>Made by <c>openssl genrsa 2048 | openssl rsa -pubout</c>; its private key is nowhere.</summary>
    public const string PublicKey = """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwfcR2a0I9p7wF12XAk4j
        6jOKcFSvuqb6yuBGUKeAOQeKCzHjxO/4syswi0oluxHvBBUbsYnUCm6FpKGoWkbm
        X6eklmRHekD+saSETa842OsKHkV+kyViefLQwPqZ4FdkJMnsXek7MP29lz/Rlq7N
        FVWVt35EaLHJKeeksm4ieS31w244mBTiw4VKbGBmBzbGy9fNGyhM1gCDmuPMlob/
        yt9j5tcoXXCh3RyQjA7dJzX1nDsoVQd2/8Q6t2LECcYOu/+5aR5lx73anGdln+qz
        XpVUwo6WwqnOtOM/GLZ8st7WdtM45JUYPFwtIV/oXUgPdJG+41uR3jIfeFAOtzPA
        tQIDAQAB
        -----END PUBLIC KEY-----
        """;

    public const string Pipeline = "Fraud-Retrain";
    public const string RetrainingMachine = "arn:aws:states:us-east-1:123456789012:stateMachine:retrain";
    public const string PagedTopic = "arn:aws:sns:us-east-1:123456789012:pager";
    public const string NotifiedTopic = "arn:aws:sns:us-east-1:123456789012:data-scientists";

    private readonly Lazy<Deployment> _plain = new(() => new Deployment(new DeploymentSettings(), Monitor("churn")));

    private readonly Lazy<Deployment> _rich = new(() => new Deployment(
        new DeploymentSettings(),
        Monitor("churn"),
        Monitor("churn-daily") with { Schedule = Schedule.Daily, SettleDelay = TimeSpan.Zero },
        Monitor("fraud") with
        {
            Endpoint = "fraud-detector",
            Schedule = Schedule.Parse("cron(0 8 ? * MON-FRI *)"),
            Capture = new CaptureSection("models/") { Bucket = ForeignBucket, KmsKey = KmsKey },
            Notify = new NotifySection([], [NotifiedTopic], [NotifiedTopic, PagedTopic]),
            Alarms =
            [
                new AlarmSettings("feature_baseline_drift_Day Mins", 0.15) { Periods = 1, Of = 2 },
                new AlarmSettings("rows", 100) { Comparison = AlarmComparison.LessThanThreshold, TreatMissingData = MissingDataTreatment.Breaching },
                new AlarmSettings("feature_non_null_Day Mins", 0.9) { Comparison = AlarmComparison.LessThanThreshold, Severity = AlarmSeverity.Critical },
                new AlarmSettings("cost_usd", null)
                {
                    Name = "unusual-cost",
                    AnomalyDetection = 2.5,
                    Comparison = AlarmComparison.GreaterThanUpperThreshold,
                    Severity = AlarmSeverity.Info,
                    Remediate = true,
                },
            ],
        }));

    private readonly Lazy<Deployment> _existing = new(() => new Deployment(
        new DeploymentSettings
        {
            StackName = "Watch",
            CaptureBucket = ExistingBucket,
            Architecture = FunctionArchitecture.Arm64,
            NotifyEmail = "models@example.com",
            LogRetentionDays = 90,
        },
        Monitor("churn")));

    /// <summary>Two endpoints are configured, of three; one in stages, one with a role to pass on.</summary>
    private readonly Lazy<Deployment> _capturing = new(() => new Deployment(
        new DeploymentSettings(),
        Monitor("churn") with
        {
            Endpoint = "Churn-XGBoost",
            Capture = new CaptureSection { ConfigureEndpoint = true, DryRun = false },
            Schedule = Schedule.Hourly,
            Stages =
            [
                new MonitorStage(Schedule.Hourly) { SamplingPercentage = 100, RelaxAfter = TimeSpan.FromDays(14), CleanWindows = 48 },
                new MonitorStage(Schedule.Daily) { SamplingPercentage = 10 },
            ],
        },
        Monitor("fraud") with
        {
            Endpoint = "fraud-detector",
            Capture = new CaptureSection { ConfigureEndpoint = true, ExecutionRole = ExecutionRole },
        },
        Monitor("untouched") with { Endpoint = "untouched" }));

    /// <summary>Three monitors that remediate, each in a way of its own, and one that does not.</summary>
    private readonly Lazy<Deployment> _remediating = new(() => new Deployment(
        new DeploymentSettings(),
        Remediated("churn", RemediationTargetKind.EventBus, "ml-ops"),
        Remediated("churn-daily", RemediationTargetKind.StateMachine, RetrainingMachine) with { Schedule = Schedule.Daily },
        Remediated("fraud", RemediationTargetKind.Pipeline, Pipeline) with
        {
            Endpoint = "fraud-detector",
            Notify = new NotifySection([], [NotifiedTopic], [NotifiedTopic, PagedTopic]),
        },
        Monitor("untouched") with { Endpoint = "untouched" }));

    private readonly Lazy<Deployment> _site = new(() => new Deployment(
        new DeploymentSettings
        {
            ReportSite = new ReportSiteSettings
            {
                Viewers = [IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("2001:db8::/33")],
                PublicKey = PublicKey,
                Domain = "models.example.com",
                CertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
            },
        },
        Monitor("churn")));

    private readonly Lazy<Deployment> _plainSite = new(() => new Deployment(
        new DeploymentSettings { ReportSite = new ReportSiteSettings { Viewers = [IPNetwork.Parse("203.0.113.0/24")] } }, Monitor("churn")));

    /// <summary>The monitors of one file with a section of every kind.</summary>
    private readonly Lazy<Deployment> _kinds = new(() => new Deployment(
        new DeploymentSettings(),
        [
            .. MonitorReader.Read(
                """
                {
                  "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {},
                  "modelQuality": {
                    "problemType": "BinaryClassification", "groundTruth": "s3://labels-of-another-team/churn/", "probabilityAttribute": "0",
                    "schedule": "daily", "labels": { "closesAfter": "P5D" }, "writeMerged": true
                  },
                  "bias": {
                    "label": "Target", "positiveLabels": ["1"], "facets": [{ "name": "Sex", "values": ["0"] }, { "name": "Age", "threshold": 40 }],
                    "groundTruth": "labels/churn/", "labels": { "closesAfter": "P30D" }
                  },
                  "attribution": {},
                  "alarms": [
                    { "metric": "auc", "threshold": 0.8, "comparison": "LessThanThreshold" },
                    { "metric": "bias_metric_DI", "threshold": 0.8, "comparison": "LessThanThreshold", "facet": "Sex" },
                    { "metric": "ndcg", "threshold": 0.95, "comparison": "LessThanThreshold" },
                    { "metric": "labelled_share", "threshold": 0.2, "comparison": "LessThanThreshold", "kind": "model-quality" }
                  ]
                }
                """u8).Monitors,
        ]));

    /// <summary>As many monitors as the design says one stack has room for, each of an endpoint of its own.</summary>
    private readonly Lazy<Deployment> _large = new(() => new Deployment(
        new DeploymentSettings(),
        [.. Enumerable.Range(1, 50).Select(i => Monitor($"monitor-with-a-long-name-{i}") with { Endpoint = $"endpoint-with-a-long-name-{i}" })]));

    /// <summary>As many as it has room for where each has an endpoint captured and starts a pipeline; ARNs in capitals count twice.</summary>
    private readonly Lazy<Deployment> _busy = new(() => new Deployment(
        new DeploymentSettings(),
        [
            .. Enumerable.Range(1, 40).Select(i => Remediated(
                $"monitor-of-long-name-{i}", RemediationTargetKind.Pipeline, $"Retrain-By-A-Pipeline-With-A-Long-Name-{i}") with
                {
                    Endpoint = $"Endpoint-Of-One-Model-With-A-Long-Name-{i}",
                    Capture = new CaptureSection { ConfigureEndpoint = true, DryRun = false },
                }),
        ]));

    /// <summary>One hourly monitor and no settings: what a new user deploys.</summary>
    internal Deployment Plain => _plain.Value;

    /// <summary>Two monitors of one endpoint, hourly and daily, and one with all that a monitor may say.</summary>
    internal Deployment Rich => _rich.Value;

    /// <summary>A capture bucket that exists, arm64, and all other settings.</summary>
    internal Deployment Existing => _existing.Value;

    /// <summary>Fifty monitors.</summary>
    internal Deployment Large => _large.Value;

    /// <summary>Forty monitors that do all that monitors can do.</summary>
    internal Deployment Busy => _busy.Value;

    /// <summary>A monitor of each kind, of one file.</summary>
    internal Deployment Kinds => _kinds.Value;

    /// <summary>Monitors that have their endpoints capture.</summary>
    internal Deployment Capturing => _capturing.Value;

    /// <summary>Monitors whose alarms start something.</summary>
    internal Deployment Remediating => _remediating.Value;

    /// <summary>The website at a domain of the owner's, for viewers of some networks with signed cookies.</summary>
    internal Deployment Site => _site.Value;

    /// <summary>The website at CloudFront's domain, for viewers of a network.</summary>
    internal Deployment PlainSite => _plainSite.Value;

    internal IEnumerable<Deployment> All => [Plain, Rich, Existing, Capturing, Remediating, Kinds, Large, Busy, Site, PlainSite];

    public void Dispose()
    {
        foreach (Lazy<Deployment> deployment in new[] { _plain, _rich, _existing, _capturing, _remediating, _kinds, _large, _busy, _site, _plainSite })
        {
            if (deployment.IsValueCreated)
            {
                deployment.Value.Dispose();
            }
        }
    }

    private static MonitorDefinition Remediated(string name, RemediationTargetKind kind, string target) => Monitor(name) with
    {
        Alarms = [new AlarmSettings("violations", 10) { Name = "many-violations", Remediate = true }],
        Remediation = new RemediationSection(new RemediationTarget(kind, target)),
    };

    private static MonitorDefinition Monitor(string name) => new()
    {
        Name = name,
        Endpoint = "churn-xgboost",
        DataQuality = new DataQualitySection(true, new Dictionary<string, FeatureSettings>(StringComparer.Ordinal)),
    };
}
