using ModelMonitor.Storage;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>Listing from a server that answers as S3 does, or worse.</summary>
public sealed class S3ListingTests
{
    [Fact]
    public async Task ListAsync_SeveralPages_FollowsTheTokens()
    {
        using FakeS3 server = new(
            Page("t/1=", "p/a", "p/b"),
            FakeAnswer.Error(503, "SlowDown"),
            Page("t2", "p/c"),
            Page("t3"),
            Page(null, "p/d"));

        List<StoredObject> found = await ListAsync(server, "p/", "p/A");

        Assert.Equal(["p/a", "p/b", "p/c", "p/d"], found.Select(item => item.Key));
        Assert.Equal((3L, "e1", new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)), (found[0].Size, found[0].ETag, found[0].LastModified));
        Assert.All(server.Requests, request =>
            Assert.Contains("list-type=2&encoding-type=url&prefix=p%2F&start-after=p%2FA", Sorted(request), StringComparison.Ordinal));
        Assert.Equal(
            ["", "t%2F1%3D", "t%2F1%3D", "t2", "t3"],
            server.Requests.Select(request => Token(request.Target)));
    }

    [Fact]
    public async Task ListAsync_HostileKeys_ComeAsTheyAre()
    {
        using FakeS3 server = new(Page(null, "a+b", "%2541", "%2B+%25", "a/../b", "tab%09%0A%01", "%C3%BC%F0%9F%98%80", "%26%3C%3E%22"));

        List<StoredObject> found = await ListAsync(server);

        Assert.Equal(["a b", "%41", "+ %", "a/../b", "tab\t\n\u0001", "ü😀", "&<>\""], found.Select(item => item.Key));
    }

    [Fact]
    public async Task ListAsync_ServerThatDoesNotEncode_IsTakenLiterally()
    {
        using FakeS3 server = new(FakeAnswer.Xml($"<ListBucketResult>{Item("a+b%20c", 1)}</ListBucketResult>"));
        Assert.Equal("a+b%20c", Assert.Single(await ListAsync(server)).Key);
    }

    [Theory]
    [InlineData("a b", "/bucket/a%20b")]
    [InlineData("a+b%41", "/bucket/a%2Bb%2541")]
    [InlineData("a/../../other/b", "/bucket/a/../../other/b")]
    [InlineData("./b//c", "/bucket/./b//c")]
    [InlineData("tab\t\n\u0001", "/bucket/tab%09%0A%01")]
    [InlineData("ü😀?x#y&z=", "/bucket/%C3%BC%F0%9F%98%80%3Fx%23y%26z%3D")]
    public async Task AnyMethod_HostileKey_IsAskedForAsItIs(string key, string target)
    {
        using FakeS3 server = new(request => request.Method == "PUT"
            ? FakeAnswer.Empty(200, "v1")
            : FakeAnswer.Object(request, "x"u8.ToArray()));

        await server.Store.PutAsync(key, default);
        await server.Store.FindAsync(key);
        await server.Store.ReadAllAsync(key);

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(target, request.Target.Split("?versions")[0]));
    }

    [Fact]
    public async Task AnyMethod_KeyWithALeadingSlash_IsNoOtherObject()
    {
        using FakeS3 server = new(request => FakeAnswer.Object(request, "x"u8.ToArray()));

        Assert.Null(await server.Store.FindAsync("/key"));
        await Assert.ThrowsAsync<FileNotFoundException>(() => server.Store.OpenReadAsync("/key"));
        await Assert.ThrowsAsync<IOException>(() => server.Store.PutAsync("/key", default));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task ListAsync_EmptyObjectsThatStandForFolders_AreLeftOut()
    {
        using FakeS3 server = new(FakeAnswer.Xml(
            $"<ListBucketResult>{Item("p/", 0)}{Item("p/a/", 0)}{Item("p/a/b", 0)}{Item("p/c/", 7)}</ListBucketResult>"));

        Assert.Equal(["p/a/b", "p/c/"], (await ListAsync(server)).Select(item => item.Key));
    }

    [Fact]
    public async Task ListAsync_AnswerThatIsNoXml_Fails()
    {
        using FakeS3 server = new(new FakeAnswer(200, "<html>login"u8.ToArray()));
        IOException exception = await Assert.ThrowsAsync<IOException>(() => ListAsync(server));
        Assert.StartsWith("s3://bucket/: ListObjectsV2 failed", exception.Message, StringComparison.Ordinal);
    }

    private static string Sorted(FakeRequest request) => string.Join(
        '&', request.Target.Split('?')[1].Split('&').Where(part => !part.StartsWith("continuation", StringComparison.Ordinal)));

    private static string Token(string target) =>
        target.Split('&').FirstOrDefault(part => part.StartsWith("continuation-token=", StringComparison.Ordinal)) is { } part
            ? part["continuation-token=".Length..]
            : "";

    private static async Task<List<StoredObject>> ListAsync(FakeS3 server, string prefix = "", string? startAfter = null)
    {
        List<StoredObject> found = [];
        await foreach (StoredObject item in server.Store.ListAsync(prefix, startAfter))
        {
            found.Add(item);
        }

        return found;
    }

    private static FakeAnswer Page(string? next, params string[] keys) => FakeAnswer.Xml(
        $"""
        <ListBucketResult><EncodingType>url</EncodingType><IsTruncated>{(next is null ? "false" : "true")}</IsTruncated>
        {(next is null ? "" : $"<NextContinuationToken>{next}</NextContinuationToken>")}
        {string.Concat(keys.Select(key => Item(key, 3)))}</ListBucketResult>
        """);

    private static string Item(string key, int size) =>
        $"<Contents><Key>{key}</Key><LastModified>2026-11-22T10:00:00.999Z</LastModified><ETag>&quot;e1&quot;</ETag><Size>{size}</Size></Contents>";
}
