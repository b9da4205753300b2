using System.Text.Json;
using System.Text;
using System.Text.RegularExpressions;
using ModelMonitor.Reading;

namespace ModelMonitor.Runs.Failures;

/// <summary>Says in one line why a run failed, from what the state machine caught.</summary>
internal static partial class FailureMessage
{
    private const int MaximumLength = 500;
    private const int MaximumName = 100;

    /// <summary>Makes the line.</summary>
    /// <param name="error">The name of the error.</param>
    /// <param name="cause">The cause: of a function, the JSON of its error response, whose stack trace is left out.</param>
    public static string Of(string? error, string? cause)
    {
        (string? type, string? message) = Read(cause);
        string name = Plain(string.IsNullOrWhiteSpace(type) ? error ?? "" : type, MaximumName);
        string text = Plain(Secrets().Replace(message ?? FirstLine(cause), "***"), MaximumLength);
        return (name.Length, text.Length) switch
        {
            (0, 0) => "The run failed, and nothing says why.",
            (_, 0) => name,
            (0, _) => text,
            _ => $"{name}: {text}",
        };
    }

    /// <summary>Text on one line, without control characters, cut short.</summary>
    public static string Plain(string text, int length)
    {
        StringBuilder plain = new(Math.Min(text.Length, length) + 1);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (plain.Length >= length)
            {
                return plain.Append('…').ToString();
            }

            plain.Append(Excerpt.IsPlain(rune) ? rune.ToString() : " ");
        }

        return plain.ToString().Trim();
    }

    private static (string? Type, string? Message) Read(string? cause)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(cause ?? "");
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (Text(document.RootElement, "errorType"), Text(document.RootElement, "errorMessage"))
                : (null, null);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string FirstLine(string? cause) => cause?.Trim().Split('\n')[0] ?? "";

    // Access keys, and what signs a URL; other secrets never get into a message.
    [GeneratedRegex(@"\b(?:AKIA|ASIA)[0-9A-Z]{12,}\b|(?<=X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s""']+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secrets();
}
