namespace ModelMonitor.Contracts.Monitors;

/// <summary>What names may look like that become parts of keys, of file names and of resource names: <c>..</c> must not pass.</summary>
public static class ResourceName
{
    private const int MaximumLength = 63;
    private const int LongName = 256;

    /// <summary>Whether a text is 1 to 63 lowercase ASCII letters, digits and inner hyphens.</summary>
    public static bool IsMonitorName(string text) => IsEndpointName(text) && !text.AsSpan().ContainsAnyInRange('A', 'Z');

    /// <summary>Whether a text is 1 to 63 ASCII letters, digits and inner hyphens, as SageMaker asks of endpoints and variants.</summary>
    public static bool IsEndpointName(string text) => text.Length <= MaximumLength && IsPipelineName(text);

    /// <summary>Whether a text is 1 to 256 ASCII letters, digits and inner hyphens, as SageMaker asks of pipelines.</summary>
    public static bool IsPipelineName(string text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
            {
                return false;
            }
        }

        return text.Length is > 0 and <= LongName && text[0] != '-' && text[^1] != '-';
    }

    /// <summary>Whether a text is 1 to 256 ASCII letters, digits, dots, hyphens and underscores, as EventBridge asks of buses.</summary>
    public static bool IsEventBusName(string text) =>
        text.Length is > 0 and <= LongName
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');
}
