namespace ModelMonitor.Reports.Site;

/// <summary>A style, script or notice of the site.</summary>
/// <param name="Name">The file's name, which holds a hash of its content: pages of another version find theirs.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SiteAsset(string Name, ReadOnlyMemory<byte> Content);
