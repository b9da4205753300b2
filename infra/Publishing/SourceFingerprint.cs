using System.Security.Cryptography;
using System.Text;

namespace ModelMonitor.Infra.Publishing;

/// <summary>A hash of names and contents of files: equal when a build of them would be.</summary>
internal sealed class SourceFingerprint : IDisposable
{
    private static readonly string[] SourceFolders = ["src", "functions"];
    private static readonly string[] OutputFolders = ["bin", "obj"];

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The fingerprint of all that the executable is built of.</summary>
    /// <param name="root">The folder of the repository.</param>
    public static string OfExecutable(string root)
    {
        using SourceFingerprint fingerprint = new();
        fingerprint.AddFile(root, Path.Combine(root, "global.json"));
        foreach (string file in Directory.EnumerateFiles(root, "Directory.*").Order(StringComparer.Ordinal))
        {
            fingerprint.AddFile(root, file);
        }

        foreach (string folder in SourceFolders)
        {
            fingerprint.AddFolder(root, Path.Combine(root, folder));
        }

        return fingerprint.Finish();
    }

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        _hash.AppendData(BitConverter.GetBytes(bytes.Length));
        _hash.AppendData(bytes);
    }

    /// <summary>Adds a file by its path from a folder, and its content.</summary>
    public void AddFile(string root, string file)
    {
        Add(Path.GetRelativePath(root, file).Replace('\\', '/'));
        _hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
    }

    /// <summary>The hash of all that was added.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <inheritdoc />
    public void Dispose() => _hash.Dispose();

    private void AddFolder(string root, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            AddFile(root, file);
        }

        foreach (string child in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (!OutputFolders.Contains(Path.GetFileName(child), StringComparer.Ordinal))
            {
                AddFolder(root, child);
            }
        }
    }
}
