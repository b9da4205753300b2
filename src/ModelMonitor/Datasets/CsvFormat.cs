namespace ModelMonitor.Datasets;

/// <summary>How a CSV dataset is written: RFC 4180 in UTF-8, with or without a header.</summary>
/// <param name="Header">Whether the first record of every file names the columns.</param>
/// <param name="Delimiter">What stands between fields: an ASCII character that is no quote and no line break.</param>
public sealed record CsvFormat(bool Header = true, char Delimiter = ',') : DatasetFormat
{
    /// <summary>What stands between fields.</summary>
    /// <exception cref="ConfigurationException">The character cannot delimit fields.</exception>
    public char Delimiter { get; init; } = IsDelimiter(Delimiter)
        ? Delimiter
        : throw new ConfigurationException(
            "The CSV delimiter", "", $"U+{(int)Delimiter:X4} cannot stand between fields; give one ASCII character, such as a comma, a semicolon or a tab.");

    private static bool IsDelimiter(char character) => char.IsAscii(character) && character is not ('"' or '\n' or '\r' or '\0');
}
