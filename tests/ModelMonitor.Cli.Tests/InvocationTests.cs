namespace ModelMonitor.Cli.Tests;

public sealed class InvocationTests
{
    [Fact]
    public void Lines_ShortCommand_IsOneLine() =>
        Assert.Equal(["modelmonitor run --capture a --output b"], Invocation.OfTool.Lines(80, "run", ("--capture", "a"), ("--output", "b")));

    [Fact]
    public void Lines_LongCommand_ContinuesBeforeAnOption()
    {
        IReadOnlyList<string> lines = Invocation.OfTool.Lines(34, "run", ("--capture", "aaaa"), ("--output", "bbbb"));
        Assert.Equal(2, lines.Count);
        Assert.Matches(@"^modelmonitor run --capture aaaa [\\`]$", lines[0]);
        Assert.Equal("    --output bbbb", lines[1]);
    }

    [Theory]
    [InlineData("/home/me/.dotnet/tools/modelmonitor", true, true, "modelmonitor")]
    [InlineData("/usr/bin/dotnet", true, true, "modelmonitor")]
    [InlineData("/x/bin/Debug/net10.0/ModelMonitor.Cli", true, false, "dotnet run --project src/ModelMonitor.Cli --")]
    [InlineData("/x/bin/Release/net10.0/ModelMonitor.Cli.exe", true, true, "dotnet run -c Release --project src/ModelMonitor.Cli --")]
    [InlineData("/x/ModelMonitor.Cli", false, true, "/x/ModelMonitor.Cli")]
    public void Of_Executable_IsCalledAsTheUserDid(string path, bool isAmongSources, bool isRelease, string expected) =>
        Assert.Equal(expected, Invocation.Of(path, isAmongSources, isRelease).Program);

    [Theory]
    [InlineData("a b", "'a b'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("", "''")]
    [InlineData("/tmp/a-b_c.json", "/tmp/a-b_c.json")]
    public void Lines_ValueAShellWouldTakeApart_IsQuoted(string value, string expected) =>
        Assert.Equal($"modelmonitor run --capture {expected}", Assert.Single(Invocation.OfTool.Lines(80, "run", ("--capture", value))));
}
