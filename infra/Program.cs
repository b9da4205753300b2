using Amazon.CDK;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Configuration;
using ModelMonitor.Infra.Publishing;
using ModelMonitor.Infra.Stacks;
using Environment = System.Environment;

// The CDK's library warns at length of versions of Node.js that are newer or older than itself; its command line says which it needs.
Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "1");

string root = Directory.GetCurrentDirectory();
FunctionsCode? functions = null;
try
{
    DeploymentSettings settings = DeploymentSettingsReader.Read(ContextReader.Read());
    IReadOnlyList<MonitorDefinition> monitors = MonitorFilesReader.Read(settings.MonitorsFolder, root);
    App app = new();
    functions = FunctionsCode.Create(root, settings);
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
catch (Exception exception) when (functions?.LocalFailure is not null)
{
    // The library's own exception types hold the failure of Docker in their message, behind a trace of its scripts.
    Console.Error.WriteLine("The functions could be published neither on this machine nor in a container.");
    Console.Error.WriteLine(functions.LocalFailure);
    Console.Error.WriteLine($"Docker: {exception.Message.Split('\n')[0]}");
    return 1;
}
