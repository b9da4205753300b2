using Amazon.CDK;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Configuration;
using ModelMonitor.Infra.Publishing;
using ModelMonitor.Infra.Stacks;

string root = Directory.GetCurrentDirectory();
try
{
    DeploymentSettings settings = DeploymentSettingsReader.Read(ContextReader.Read());
    IReadOnlyList<MonitorDefinition> monitors = MonitorFilesReader.Read(settings.MonitorsFolder, root);
    App app = new();
    FunctionsCode functions = FunctionsCode.Create(root, settings);
    _ = new ModelMonitorStack(app, new ModelMonitorStackProps(settings, monitors, functions.Code));
    app.Synth();
    return 0;
}
catch (InvalidDeploymentException exception)
{
    foreach (string problem in exception.Problems)
    {
        Console.Error.WriteLine(problem);
    }

    return 1;
}
