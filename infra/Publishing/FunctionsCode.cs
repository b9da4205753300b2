using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using ModelMonitor.Infra.Configuration;
using AssetOptions = Amazon.CDK.AWS.S3.Assets.AssetOptions;

namespace ModelMonitor.Infra.Publishing;

/// <summary>The functions' one asset: the executable <c>bootstrap</c> and the folder of the monitor files and their scripts beside it.</summary>
internal sealed class FunctionsCode
{
    /// <summary>The folder of the monitor files in the asset.</summary>
    public const string MonitorsFolder = "monitors";

    /// <summary>
    /// Amazon Linux 2023 with the SDK, clang and zlib, made by AWS for just this: an executable of Native AOT needs the C
    /// library it was linked with or a newer one, and those of Microsoft's own images are newer than Lambda's.
    /// </summary>
    private const string BuildImage = "public.ecr.aws/sam/build-dotnet10";

    private readonly FunctionsBundling _bundling;

    private FunctionsCode(Code code, FunctionsBundling bundling)
    {
        Code = code;
        _bundling = bundling;
    }

    /// <summary>The asset.</summary>
    public Code Code { get; }

    /// <summary>Why the asset could not be made on this machine; null when it was not tried or was made.</summary>
    public string? LocalFailure => _bundling.Failure;

    /// <summary>Describes the asset; it is made when a stack uses it, and only if it is not there yet.</summary>
    /// <param name="root">The folder of the repository.</param>
    /// <param name="settings">The settings of the deployment.</param>
    public static FunctionsCode Create(string root, DeploymentSettings settings)
    {
        IReadOnlyList<string> monitorFiles =
        [
            .. MonitorFilesReader.FilesOf(settings.MonitorsFolder, root),
            .. MonitorFilesReader.CompanionsOf(settings.MonitorsFolder, root),
        ];
        string sources = SourceFingerprint.OfExecutable(root);
        ExecutablePublisher publisher = new(root, settings.Architecture, sources);
        FunctionsBundling bundling = new(publisher, monitorFiles);
        Code code = Code.FromAsset(root, new AssetOptions
        {
            AssetHashType = AssetHashType.CUSTOM,
            AssetHash = HashOf(sources, monitorFiles, settings.Architecture),
            Bundling = CreateOptions(bundling, settings, root),
        });
        return new FunctionsCode(code, bundling);
    }

    private static string HashOf(string sources, IReadOnlyList<string> monitorFiles, FunctionArchitecture architecture)
    {
        using SourceFingerprint fingerprint = new();
        fingerprint.Add(sources);
        fingerprint.Add(architecture.RuntimeIdentifier);
        foreach (string file in monitorFiles)
        {
            fingerprint.AddFile(Path.GetDirectoryName(file)!, file);
        }

        return fingerprint.Finish();
    }

    private static BundlingOptions CreateOptions(FunctionsBundling local, DeploymentSettings settings, string root) => new()
    {
        Local = local,
        Image = DockerImage.FromRegistry(BuildImage),
        Platform = settings.Architecture.DockerPlatform,
        Command = ["bash", "infra/Publishing/publish-in-container.sh", settings.Architecture.RuntimeIdentifier],
        Volumes = [new DockerVolume { HostPath = Path.GetFullPath(settings.MonitorsFolder, root), ContainerPath = "/monitors" }],
    };
}
