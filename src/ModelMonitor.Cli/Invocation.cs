namespace ModelMonitor.Cli;

/// <summary>How the user calls this program, for command lines that are printed to be copied.</summary>
/// <param name="Program">What stands before the command: <c>modelmonitor</c>, or longer when it is run from its sources.</param>
internal sealed record Invocation(string Program)
{
    private const string ToolName = "modelmonitor";
    private const string Project = "src/ModelMonitor.Cli";
    private const int ContinuationIndent = 4;

    /// <summary>The installed tool.</summary>
    public static Invocation OfTool { get; } = new(ToolName);

    /// <summary>How this process was called.</summary>
    public static Invocation OfProcess()
    {
        string path = Environment.ProcessPath ?? "";
        if (Path.GetFileNameWithoutExtension(path).Equals(ToolName, StringComparison.OrdinalIgnoreCase))
        {
            return OfTool;
        }

        if (Directory.Exists(Project))
        {
            string configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? " -c Release" : "";
            return new Invocation($"dotnet run{configuration} --project {Project} --");
        }

        return path.EndsWith("ModelMonitor.Cli", StringComparison.Ordinal) ? new Invocation(Quote(path)) : OfTool;
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
