namespace ModelMonitor.Functions.Tests.Runtime;

/// <summary>A request that the Runtime API was sent.</summary>
internal sealed record FakeRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
