using System.CommandLine;
using System.Globalization;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Cli.Options;

/// <summary>Makes the options that several commands have.</summary>
internal static class InputOptions
{
    private const int MostThreads = 64;

    /// <summary>A path that must be given.</summary>
    public static Option<string> RequiredPath(string name, string description)
    {
        Option<string> path = new(name) { Description = description, HelpName = "PATH", Required = true };
        path.Validators.Add(result =>
        {
            // An unset variable of a script, more often than not.
            if (result.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
            {
                result.AddError($"{name}: expected a path, found nothing");
            }
        });
        return path;
    }

    /// <summary>Whether CSV files lack a header.</summary>
    public static Option<bool> NoHeader() =>
        new("--no-header") { Description = "The first row of a CSV file is data, and names no columns." };

    /// <summary>The monitor file.</summary>
    public static Option<string?> Monitor(string description) => new("--monitor") { Description = description, HelpName = "FILE" };

    /// <summary>The format of a dataset.</summary>
    public static Option<DatasetFileFormat?> DatasetFormat() => Choice.CreateOption(
        "--format",
        "How the dataset is stored. Default: what the monitor file says, else what file names end in.",
        ("csv", DatasetFileFormat.Csv),
        ("jsonl", DatasetFileFormat.JsonLines),
        ("parquet", DatasetFileFormat.Parquet));

    /// <summary>How many threads read.</summary>
    public static Option<int> Threads(int standard, string description)
    {
        return new Option<int>("--threads")
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count);
                if (!isNumber || count is < 1 or > MostThreads)
                {
                    result.AddError($"--threads: expected 1 to {MostThreads}, found {text}");
                }

                return count;
            },
        };
    }
}
