namespace ModelMonitor.Site.Tests;

/// <summary>One browser for all tests, one test at a time.</summary>
[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<Sites>
{
    public const string Name = "site";
}
