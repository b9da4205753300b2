namespace ModelMonitor.Cli;

/// <summary>How the user calls this program, for command lines that are printed to be copied.</summary>
/// <param name="Program">What stands before the command: <c>modelmonitor</c>, or longer when it is run from its sources.</param>
internal sealed record Invocation(string Program)
{
    private const string ToolName = "modelmonitor";
    private const string ProjectName = "ModelMonitor.Cli";
    private const string Project = "src/" + ProjectName;
    private const int ContinuationIndent = 4;

    /// <summary>The installed tool.</summary>
    public static Invocation OfTool { get; } = new(ToolName);

    /// <summary>How this process was called.</summary>
    public static Invocation OfProcess() => Of(
        Environment.ProcessPath ?? "",
        Directory.Exists(Project),
        AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal));

    /// <summary>How a process was called.</summary>
    /// <param name="path">Its executable.</param>
    /// <param name="isAmongSources">Whether the current folder is that of the sources, where <c>dotnet run</c> works.</param>
    /// <param name="isRelease">Whether it was built for release.</param>
    public static Invocation Of(string path, bool isAmongSources, bool isRelease)
    {
        string name = Path.GetFileName(path);
        if (name is not (ProjectName or ProjectName + ".exe"))
        {
            return OfTool;
        }

        return isAmongSources
            ? new Invocation($"dotnet run {(isRelease ? "-c Release " : "")}--project {Project} --")
            : new Invocation(Quote(path));
    }

    /// <summary>A command line, broken before options where it is longer than <paramref name="width"/>, as a shell takes it.</summary>
    /// <param name="width">The columns there are; a single option with its value may still be longer.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">Options and values, in turn.</param>
    public IReadOnlyList<string> Lines(int width, string command, params ReadOnlySpan<(string Option, string Value)> options)
    {
        string continuation = OperatingSystem.IsWindows() ? " `" : " \\";
        List<string> lines = [];
        string line = $"{Program} {command}";
        foreach ((string option, string value) in options)
        {
            string part = $"{option} {Quote(value)}";
            if (line.Length + 1 + part.Length + continuation.Length > width)
            {
                lines.Add(line + continuation);
                line = new string(' ', ContinuationIndent) + part;
            }
            else
            {
                line = $"{line} {part}";
            }
        }

        return [.. lines, line];
    }

    private static string Quote(string value) =>
        value.Length > 0 && value.All(character => char.IsAsciiLetterOrDigit(character) || "/\\._-:+".Contains(character, StringComparison.Ordinal))
            ? value
            : $"'{value.Replace("'", OperatingSystem.IsWindows() ? "''" : "'\\''", StringComparison.Ordinal)}'";
}
