using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;

namespace ModelMonitor.Infra.Publishing;

/// <summary>Makes the functions' asset on this machine, if it can; otherwise the CDK makes it in a container.</summary>
internal sealed class FunctionsBundling : DeputyBase, ILocalBundling
{
    private readonly ExecutablePublisher _publisher;
    private readonly IReadOnlyList<string> _monitorFiles;

    public FunctionsBundling(ExecutablePublisher publisher, IReadOnlyList<string> monitorFiles)
    {
        _publisher = publisher;
        _monitorFiles = monitorFiles;
    }

    /// <summary>Why it could not be made here; null while it was not tried, and when it was made.</summary>
    public string? Failure { get; private set; }

    /// <inheritdoc />
    public bool TryBundle(string outputDir, IBundlingOptions options)
    {
        Failure = _publisher.FindObstacle() ?? _publisher.Publish();
        if (Failure is not null)
        {
            Console.Error.WriteLine($"{Failure} Trying Docker instead.");
            return false;
        }

        string bootstrap = Path.Combine(outputDir, ExecutablePublisher.ExecutableName);
        File.Copy(_publisher.Executable, bootstrap, overwrite: true);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(bootstrap, ExecutablePublisher.Mode);
        }

        string monitors = Directory.CreateDirectory(Path.Combine(outputDir, FunctionsCode.MonitorsFolder)).FullName;
        foreach (string file in _monitorFiles)
        {
            File.Copy(file, Path.Combine(monitors, Path.GetFileName(file)), overwrite: true);
        }

        return true;
    }
}
