using ModelMonitor.Infra.Publishing;
using ModelMonitor.Testing;

namespace ModelMonitor.Infra.Tests.Publishing;

public sealed class SourceFingerprintTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SourceFingerprintTests()
    {
        _folder.Write("global.json", "{}");
        _folder.Write("Directory.Build.props", "<Project/>");
        _folder.Write("src/Engine/Engine.cs", "class Engine;");
        _folder.Write("functions/Program.cs", "return 0;");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("global.json")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("src/Engine/Engine.cs")]
    [InlineData("src/Engine/New.cs")]
    [InlineData("functions/Program.cs")]
    public void OfExecutable_AfterAChangeOfASource_Differs(string file)
    {
        string before = SourceFingerprint.OfExecutable(_folder.Root);
        _folder.Write(file, "changed");

        Assert.NotEqual(before, SourceFingerprint.OfExecutable(_folder.Root));
    }

    [Theory]
    [InlineData("src/Engine/obj/Engine.AssemblyInfo.cs")]
    [InlineData("src/Engine/bin/Engine.dll")]
    [InlineData("monitors/churn.json")]
    [InlineData("tests/Test.cs")]
    public void OfExecutable_AfterAChangeOfAnythingElse_IsTheSame(string file)
    {
        string before = SourceFingerprint.OfExecutable(_folder.Root);
        _folder.Write(file, "changed");

        Assert.Equal(before, SourceFingerprint.OfExecutable(_folder.Root));
    }

    [Fact]
    public void OfExecutable_AfterAFileWasRenamed_Differs()
    {
        string before = SourceFingerprint.OfExecutable(_folder.Root);
        File.Move(_folder.PathOf("src", "Engine", "Engine.cs"), _folder.PathOf("src", "Engine", "Motor.cs"));

        Assert.NotEqual(before, SourceFingerprint.OfExecutable(_folder.Root));
    }
}
