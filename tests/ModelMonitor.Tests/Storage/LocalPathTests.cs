using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Storage;

public sealed class LocalPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OpenExisting_Folder_IsFolderStore() => Assert.IsType<FolderObjectStore>(LocalPath.OpenExisting(_folder.Root, "--capture"));

    [Fact]
    public void OpenExisting_File_IsFileStore() =>
        Assert.IsType<FileObjectStore>(LocalPath.OpenExisting(_folder.Write("a.csv", ""), "--capture"));

    [Fact]
    public void OpenExisting_Nothing_NamesOptionAndPath()
    {
        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => LocalPath.OpenExisting(_folder.PathOf("absent"), "--capture"));

        Assert.StartsWith("--capture: there is no file or folder", exception.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.PathOf("absent"), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenExisting_LinkThatLeadsNowhere_IsNoFile()
    {
        string link = _folder.PathOf("link.jsonl");
        File.CreateSymbolicLink(link, _folder.PathOf("absent"));

        Assert.Throws<ConfigurationException>(() => LocalPath.OpenExisting(link, "--capture"));
    }

    [Fact]
    public void OpenForWriting_AbsentFolder_IsNotMadeYet()
    {
        Assert.IsType<FolderObjectStore>(LocalPath.OpenForWriting(_folder.PathOf("new"), "--output"));
        Assert.False(Directory.Exists(_folder.PathOf("new")));
    }

    [Fact]
    public void OpenForWriting_File_IsRefused() =>
        Assert.Throws<ConfigurationException>(() => LocalPath.OpenForWriting(_folder.Write("a.csv", ""), "--output"));
}
