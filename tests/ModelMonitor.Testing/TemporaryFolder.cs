namespace ModelMonitor.Testing;

/// <summary>A folder of a test's own, removed with all that is in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("modelmonitor-test-").FullName;

    /// <summary>Its full path.</summary>
    public string Root { get; }

    /// <summary>The path of something in it.</summary>
    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Writes a text file in it, folders and all.</summary>
    /// <returns>The file's path.</returns>
    public string Write(string name, string content)
    {
        string path = PathOf(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Root, recursive: true);
}
