using System.CommandLine;
using System.CommandLine.Parsing;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Cli.Options;

/// <summary>Makes options that take one of a few words.</summary>
internal static class Choice
{
    /// <summary>Creates the option; the words are matched whatever their case.</summary>
    /// <param name="name">The option, such as <c>--format</c>.</param>
    /// <param name="description">What it decides.</param>
    /// <param name="choices">The words and what they mean.</param>
    public static Option<T?> CreateOption<T>(string name, string description, params (string Word, T Value)[] choices)
        where T : struct =>
        CreateOption(name, description, string.Join('|', choices.Select(choice => choice.Word)), expected: null, choices);

    /// <summary>Creates the option for more words than fit a line.</summary>
    /// <param name="name">The option, such as <c>--format</c>.</param>
    /// <param name="description">What it decides.</param>
    /// <param name="helpName">What help shows in place of the words.</param>
    /// <param name="expected">What an error says was expected; null for the list of words.</param>
    /// <param name="choices">The words and what they mean.</param>
    public static Option<T?> CreateOption<T>(
        string name, string description, string helpName, string? expected, (string Word, T Value)[] choices)
        where T : struct
    {
        Option<T?> option = new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result => Parse(result, name, expected, choices),
        };
        option.CompletionSources.Add([.. choices.Select(choice => choice.Word)]);
        return option;
    }

    private static T? Parse<T>(ArgumentResult result, string name, string? expected, (string Word, T Value)[] choices)
        where T : struct
    {
        string given = result.Tokens[0].Value;
        foreach ((string word, T value) in choices)
        {
            if (word.Equals(given, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        string[] words = [.. choices.Select(choice => choice.Word)];
        string hint = EditDistance.FindNearest(given, words) is { } nearest ? $"; did you mean {nearest}?" : "";
        expected ??= words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
        result.AddError($"{name}: expected {expected}, found '{given}'{hint}");
        return null;
    }
}
