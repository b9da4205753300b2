using Amazon.CDK.AWS.Lambda;

namespace ModelMonitor.Infra.Configuration;

/// <summary>The processor that the functions run on.</summary>
/// <param name="Name">Its name in the context and in Lambda.</param>
/// <param name="RuntimeIdentifier">Its name in .NET, for publishing.</param>
/// <param name="DockerPlatform">Its name in Docker.</param>
internal sealed record FunctionArchitecture(string Name, string RuntimeIdentifier, string DockerPlatform)
{
    /// <summary>Intel and AMD; the default.</summary>
    public static FunctionArchitecture X64 { get; } = new("x86_64", "linux-x64", "linux/amd64");

    /// <summary>AWS Graviton.</summary>
    public static FunctionArchitecture Arm64 { get; } = new("arm64", "linux-arm64", "linux/arm64");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FunctionArchitecture> All { get; } = [X64, Arm64];

    /// <summary>The same for a function's property.</summary>
    public Architecture ToLambda() => this == Arm64 ? Architecture.ARM_64 : Architecture.X86_64;
}
