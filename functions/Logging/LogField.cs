namespace ModelMonitor.Functions.Logging;

/// <summary>A figure or name beside a log message, for queries: <c>("monitor", "churn")</c>, <c>("rows", 123)</c>.</summary>
/// <remarks>The name is the program's own, in camel case; the value may come from outside.</remarks>
public readonly record struct LogField
{
    private LogField(string name, string? text, long number)
    {
        Name = name;
        Text = text;
        Number = number;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its value; null where that is <see cref="Number"/>.</summary>
    public string? Text { get; }

    /// <summary>Its value where <see cref="Text"/> is null.</summary>
    public long Number { get; }

    /// <summary>A name or other text.</summary>
    public static implicit operator LogField((string Name, string Text) field) => new(field.Name, field.Text, 0);

    /// <summary>A count.</summary>
    public static implicit operator LogField((string Name, long Number) field) => new(field.Name, null, field.Number);
}
