namespace ModelMonitor.Contracts.Monitors;

/// <summary>What names may look like that become parts of keys, of file names and of resource names: <c>..</c> must not pass.</summary>
public static class ResourceName
{
    private const int MaximumLength = 63;

    /// <summary>Whether a text is 1 to 63 lowercase ASCII letters, digits and inner hyphens.</summary>
    public static bool IsMonitorName(string text) => IsEndpointName(text) && !text.AsSpan().ContainsAnyInRange('A', 'Z');

    /// <summary>Whether a text is 1 to 63 ASCII letters, digits and inner hyphens, as SageMaker asks of endpoints and variants.</summary>
    public static bool IsEndpointName(string text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
            {
                return false;
            }
        }

        return text.Length is > 0 and <= MaximumLength && text[0] != '-' && text[^1] != '-';
    }
}
