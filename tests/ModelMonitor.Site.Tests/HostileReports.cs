using System.Text.Json.Nodes;

namespace ModelMonitor.Site.Tests;

/// <summary>Copies reports as an attacker's traffic would have made them: with names that are markup, scripts, marks, or far too long.</summary>
internal static class HostileReports
{
    /// <summary>Names for the features, those of <see cref="Replaced"/> in order.</summary>
    public static string[] Names { get; } =
    [
        "</script><script>globalThis.attacked = 'script'</script>",
        "<img src=x onerror=\"globalThis.attacked = 'image'\">",
        "nul\0 and \u202Eright to left\u202D and \u001B[31m and \r\n",
        string.Concat(Enumerable.Repeat("0123456789", 1_000)),
        "\" autofocus onfocus=\"globalThis.attacked = 'attribute'",
        "--><svg onload=globalThis.attacked='svg'>&lt;b&gt;&amp;",
    ];

    /// <summary>The features renamed; the first two are those that drift.</summary>
    public static string[] Replaced { get; } =
        ["day_mins", "plan", "churn_probability", "account_length", "state", "day_calls"];

    /// <summary>Features, classes, facets and groups of other kinds, in turn named as <see cref="Names"/>; no object has two of the same name.</summary>
    private static string[] Words { get; } =
        ["red", "green", "color02", "color03", "color04", "color05", "income", "debt", "age", "region", "tenure", "savings", "Sex", "Region", "Age", "north", "west", "south", "label0"];

    /// <summary>Copies a folder's JSON files, renaming features and breaking out of every text of a category or a violation.</summary>
    public static void Write(string from, string to)
    {
        foreach (string path in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories))
        {
            JsonNode document = JsonNode.Parse(File.ReadAllBytes(path))!;
            Rename(document);
            string copy = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, document.ToJsonString());
        }
    }

    /// <summary>Copies the files of other kinds, renaming features, classes and groups wherever they stand.</summary>
    public static void WriteKinds(string from, string to)
    {
        foreach (string path in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, RenameWords(JsonNode.Parse(File.ReadAllBytes(path)))!.ToJsonString());
        }
    }

    private static JsonNode? RenameWords(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(RenameWords)]),
        JsonObject content => new JsonObject(content.Select(member => KeyValuePair.Create(Hostile(member.Key), RenameWords(member.Value)))),
        JsonValue value when value.TryGetValue(out string? said) => JsonValue.Create(Hostile(said)),
        _ => node?.DeepClone(),
    };

    private static string Hostile(string word) => Array.IndexOf(Words, word) is var index and >= 0 ? Names[index % Names.Length] : word;

    private static void Rename(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
            {
                Rename(item);
            }
        }
        else if (node is JsonObject content)
        {
            foreach ((string name, JsonNode? value) in content.ToArray())
            {
                if (value is JsonValue text && text.TryGetValue(out string? said))
                {
                    content[name] = Replace(name, said);
                }
                else
                {
                    Rename(value);
                }
            }
        }
    }

    private static string Replace(string property, string said) => property switch
    {
        "name" or "feature_name" when Array.IndexOf(Replaced, said) is var index and >= 0 => Names[index],
        "value" or "description" => said + "</td></script><script>globalThis.attacked = 'text'</script><img src=x onerror=globalThis.attacked=1>",
        _ => said,
    };
}
