namespace ModelMonitor.Documents;

/// <summary>Sees to it that no two features of a document have one name.</summary>
internal sealed class FeatureNames
{
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <summary>Reads a name and notes it.</summary>
    public string Read(JsonPlace name)
    {
        string text = name.Text();
        return _places.TryAdd(text, name.Path)
            ? text
            : throw name.Unexpected($"a name of its own (that of {_places[text]} is the same)");
    }
}
