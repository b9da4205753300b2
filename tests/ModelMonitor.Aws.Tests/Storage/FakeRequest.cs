namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Number">How many came, this one included.</param>
/// <param name="Method">Its method.</param>
/// <param name="Target">Its path and query, as sent.</param>
/// <param name="Headers">Its headers; names ignore case.</param>
/// <param name="Body">Its body.</param>
internal sealed record FakeRequest(
    int Number, string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The first byte asked for; 0 when none is.</summary>
    public int RangeStart => Headers.TryGetValue("Range", out string? range)
        ? int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture)
        : 0;

    /// <summary>A header's value; empty without the header.</summary>
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}
