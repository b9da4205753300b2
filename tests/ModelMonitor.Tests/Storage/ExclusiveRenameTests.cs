using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Storage;

public sealed class ExclusiveRenameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rename_FreeName_IsTheFiles(bool locked)
    {
        string source = _folder.Write("source", "new");
        string target = _folder.PathOf("target");

        Assert.True(locked ? ExclusiveRename.TryMove(source, target) : ExclusiveRename.TryRun(source, target));

        Assert.Equal("new", File.ReadAllText(target));
        Assert.False(File.Exists(source));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rename_TakenName_ChangesNothing(bool locked)
    {
        string source = _folder.Write("source", "new");
        string target = _folder.Write("target", "old");

        Assert.False(locked ? ExclusiveRename.TryMove(source, target) : ExclusiveRename.TryRun(source, target));

        Assert.Equal("old", File.ReadAllText(target));
        Assert.Equal("new", File.ReadAllText(source));
    }

    [Fact]
    public void TryMove_NoSource_Fails() =>
        Assert.Throws<FileNotFoundException>(() => ExclusiveRename.TryMove(_folder.PathOf("absent"), _folder.PathOf("target")));
}
