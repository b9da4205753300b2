using System.CommandLine;
using ModelMonitor.Cli.Baselines;
using ModelMonitor.Cli.Options;

namespace ModelMonitor.Cli.Commands.Baselines;

/// <summary>The options of a command over the versions of a monitor's baseline.</summary>
internal sealed class BaselineOptions
{
    private readonly Option<string> _artifacts = InputOptions.RequiredPath(
        "--artifacts", "Where baselines are: the artifacts' bucket of a deployment, or a folder; here, or s3://bucket/…");

    private readonly Option<string> _monitor = new("--monitor")
    {
        Description = "The monitor: its name, or its file (*.json).",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<KindChoice?> _kind = KindChoice.OfFile();

    private readonly Option<string?> _by = new("--by")
    {
        Description = "Who does it, for the record. Default: the user's name on this machine.",
        HelpName = "WHO",
    };

    private readonly Option<string?> _reason = new("--reason") { Description = "Why, for the record.", HelpName = "TEXT" };

    /// <summary>Gives a command the options that say where, and where something is noted also who and why.</summary>
    public BaselineOptions AddTo(Command command, bool isNoted = false)
    {
        command.Add(_artifacts);
        command.Add(_monitor);
        command.Add(_kind);
        if (isNoted)
        {
            command.Add(_by);
            command.Add(_reason);
        }

        return this;
    }

    /// <summary>Opens what the options name.</summary>
    public Task<BaselinePlace> OpenAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        BaselinePlace.OpenAsync(
            parsed.GetRequiredValue(_artifacts), parsed.GetRequiredValue(_monitor), parsed.GetValue(_kind)?.Runner.Name, cancellationToken);

    /// <summary>Who does it.</summary>
    public string By(ParseResult parsed) => parsed.GetValue(_by) is { Length: > 0 } by ? by : Environment.UserName;

    /// <summary>Why; null for no word.</summary>
    public string? Reason(ParseResult parsed) => parsed.GetValue(_reason) is { Length: > 0 } reason ? reason : null;
}
