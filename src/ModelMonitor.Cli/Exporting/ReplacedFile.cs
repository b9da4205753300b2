namespace ModelMonitor.Cli.Exporting;

/// <summary>A file that takes its place when it is whole; until then, what was there stays.</summary>
internal sealed class ReplacedFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _draft;

    /// <param name="path">The file's place; its folder is made.</param>
    public ReplacedFile(string path)
    {
        _path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);

        // TensorBoard reads every file with "tfevents" in its name, so the draft has none of it.
        _draft = Path.Combine(Path.GetDirectoryName(_path)!, ".modelmonitor-export.draft");
        Stream = new FileStream(_draft, FileMode.Create, FileAccess.Write);
    }

    /// <summary>Takes the content.</summary>
    public Stream Stream { get; }

    /// <summary>Puts the file in its place.</summary>
    public async Task CompleteAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Move(_draft, _path, overwrite: true);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Delete(_draft);
    }
}
