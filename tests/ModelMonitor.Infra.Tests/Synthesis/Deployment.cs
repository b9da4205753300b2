using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Configuration;
using ModelMonitor.Infra.Stacks;
using ModelMonitor.Testing;

namespace ModelMonitor.Infra.Tests.Synthesis;

/// <summary>A stack synthesized with an empty executable.</summary>
internal sealed class Deployment : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Deployment(DeploymentSettings settings, params IReadOnlyList<MonitorDefinition> monitors)
    {
        _folder.Write("asset/bootstrap", "");
        App app = new(new AppProps
        {
            Outdir = _folder.PathOf("cdk.out"),
            Context = new Dictionary<string, object>(StringComparer.Ordinal) { ["@aws-cdk/aws-iam:minimizePolicies"] = true }, // as cdk.json has it
        });
        _ = new ModelMonitorStack(app, new ModelMonitorStackProps(settings, monitors, Code.FromAsset(_folder.PathOf("asset"))));
        app.Synth();
        Monitors = monitors;
        Template = Template.Load(_folder.PathOf("cdk.out", $"{settings.StackName}.template.json"));
    }

    public IReadOnlyList<MonitorDefinition> Monitors { get; }

    public Template Template { get; }

    public void Dispose() => _folder.Dispose();
}
