using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using Amazon.CDK;
using ModelMonitor.Infra.Configuration;
using ModelMonitor.Infra.Publishing;
using ModelMonitor.Infra.Tests.Synthesis;
using ModelMonitor.Testing;

namespace ModelMonitor.Infra.Tests.Publishing;

/// <summary>The asset made of an executable that is in place, so that nothing is published.</summary>
[Collection(SynthesisCollection.Name)]
public sealed class FunctionsBundlingTests : IDisposable
{
    private const string Sources = "fingerprint-of-sources";

    private readonly TemporaryFolder _folder = new();
    private readonly FunctionArchitecture _architecture =
        System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64
            ? FunctionArchitecture.Arm64
            : FunctionArchitecture.X64;

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    [UnsupportedOSPlatform("windows")]
    public void TryBundle_WithTheExecutableInPlace_MakesBootstrapAndMonitors()
    {
        PutExecutable("\0GLIBC_2.34\0");
        string monitor = _folder.Write("monitors/churn.json", "{}");

        FunctionsBundling bundling = Bundling(_architecture, monitor);
        bool made = bundling.TryBundle(Output, new BundlingOptions { Image = DockerImage.FromRegistry("none") });

        Assert.True(made);
        Assert.Null(bundling.Failure);
        Assert.Equal(["bootstrap", "monitors/churn.json"], Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Output, file)).Order(StringComparer.Ordinal));
        Assert.Equal(ExecutablePublisher.Mode, File.GetUnixFileMode(Path.Combine(Output, "bootstrap")));
    }

    [LinuxFact]
    public void TryBundle_WithAnExecutableThatLambdaCannotStart_LeavesItToDocker()
    {
        PutExecutable("\0GLIBC_2.38\0");

        FunctionsBundling bundling = Bundling(_architecture);

        Assert.False(bundling.TryBundle(Output, new BundlingOptions { Image = DockerImage.FromRegistry("none") }));
        Assert.Contains("needs glibc 2.38, Lambda has 2.34", bundling.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void TryBundle_ForAnotherProcessor_LeavesItToDocker()
    {
        FunctionsBundling bundling = Bundling(_architecture == FunctionArchitecture.X64 ? FunctionArchitecture.Arm64 : FunctionArchitecture.X64);

        Assert.False(bundling.TryBundle(Output, new BundlingOptions { Image = DockerImage.FromRegistry("none") }));
        Assert.Contains("cannot publish for", bundling.Failure, StringComparison.Ordinal);
    }

    private string Output => Directory.CreateDirectory(_folder.PathOf("asset")).FullName;

    private FunctionsBundling Bundling(FunctionArchitecture architecture, params string[] monitors) =>
        new(new ExecutablePublisher(_folder.Root, architecture, Sources), monitors);

    private void PutExecutable(string content)
    {
        string folder = $"artifacts/functions/{_architecture.RuntimeIdentifier}";
        _folder.Write($"{folder}/bootstrap", content);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        _folder.Write($"{folder}/published.txt", $"{Sources} {hash}\n");
    }
}
