using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ModelMonitor.Infra.Configuration;

namespace ModelMonitor.Infra.Publishing;

/// <summary>Publishes the functions' executable with this machine's SDK, unless the one in place is of the same sources.</summary>
internal sealed class ExecutablePublisher
{
    /// <summary>The file that Lambda starts.</summary>
    public const string ExecutableName = "bootstrap";

    /// <summary>The mode 755: all may read and start it.</summary>
    public const UnixFileMode Mode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const int ShownOutputLines = 15;

    private readonly string _root;
    private readonly FunctionArchitecture _architecture;
    private readonly string _sources;

    /// <param name="root">The folder of the repository.</param>
    /// <param name="architecture">The processor to publish for.</param>
    /// <param name="sources">The fingerprint of the sources.</param>
    public ExecutablePublisher(string root, FunctionArchitecture architecture, string sources)
    {
        _root = root;
        _architecture = architecture;
        _sources = sources;
    }

    /// <summary>Where the executable is, once published.</summary>
    public string Executable => Path.Combine(Folder, ExecutableName);

    private string Folder => Path.Combine(_root, "artifacts", "functions", _architecture.RuntimeIdentifier);

    /// <summary>Beside the executable: which sources it is of, and its own hash, lest another publish changed it.</summary>
    private string MarkFile => Path.Combine(Folder, "published.txt");

    /// <summary>Why the executable cannot be published here; null when nothing stands against it.</summary>
    public string? FindObstacle()
    {
        Architecture needed = _architecture == FunctionArchitecture.Arm64 ? Architecture.Arm64 : Architecture.X64;
        return OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == needed
            ? null
            : $"This machine ({RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}) cannot publish for {_architecture.RuntimeIdentifier}.";
    }

    /// <summary>Publishes the executable.</summary>
    /// <returns>Why that failed; null when the executable is in place.</returns>
    public string? Publish()
    {
        if (!IsCurrent())
        {
            Console.Error.WriteLine($"Publishing the functions for {_architecture.RuntimeIdentifier}; this takes a minute, and only after a change.");
            if (RunPublish() is { } failure)
            {
                return failure;
            }

            File.WriteAllText(MarkFile, CreateMark());
        }

        Version needed = GlibcRequirement.Of(Executable);
        return needed > GlibcRequirement.OfLambda
            ? $"The executable published here needs glibc {needed}, Lambda has {GlibcRequirement.OfLambda}: this Linux is too new."
            : null;
    }

    private bool IsCurrent() =>
        File.Exists(Executable) && File.Exists(MarkFile)
        && string.Equals(File.ReadAllText(MarkFile), CreateMark(), StringComparison.Ordinal);

    private string CreateMark() => $"{_sources} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Executable)))}\n";

    private string? RunPublish()
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "publish", "functions", "--configuration", "Release", "--runtime", _architecture.RuntimeIdentifier,
                "--output", Folder, "--nologo", "--verbosity", "quiet", "-nodeReuse:false",
            },
        };
        using Process publish = Process.Start(start)!;
        string[] output = publish.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? null
            : $"The functions could not be published (dotnet publish, exit code {publish.ExitCode}):\n"
                + string.Join('\n', output.TakeLast(ShownOutputLines))
                + "\nNative AOT needs clang and the headers of zlib.";
    }
}
