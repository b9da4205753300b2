using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelMonitor.Infra.Configuration;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Infra.Tests.Synthesis;
using ModelMonitor.Testing;

namespace ModelMonitor.Infra.Tests.Constructs;

/// <summary>The function at the edge, run by Node.js, which the CDK needs anyway.</summary>
public sealed class ViewerRequestTests : IDisposable
{
    private const string Allowed = "203.0.113.77";

    private static readonly IPNetwork[] Networks =
    [
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("198.51.100.128/25"), IPNetwork.Parse("192.0.2.7/32"), IPNetwork.Parse("2001:db8:8000::/33"),
        IPNetwork.Parse("2001:db8:1::5/128"),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Request_FromAnAddress_PassesWhenANetworkHoldsIt()
    {
        (string Address, bool Passes)[] viewers =
        [
            ("203.0.113.0", true), ("203.0.113.255", true), ("203.0.112.255", false), ("203.0.114.0", false),
            ("198.51.100.128", true), ("198.51.100.127", false),
            ("192.0.2.7", true), ("192.0.2.6", false), ("192.0.2.8", false),
            ("2001:db8:8000::", true), ("2001:DB8:FFFF:1:2:3:4:5", true), ("2001:0db8:8000:0000:0000:0000:0000:0001", true),
            ("2001:db8:7fff::1", false), ("2001:db9:8000::1", false), ("::1", false), ("::", false),
            ("2001:db8:1::5", true), ("2001:db8:1:0:0:0:0:5", true), ("2001:db8:1::6", false),
        ];

        JsonObject[] answers = await RunAsync(Networks, [.. viewers.Select(viewer => Request(viewer.Address, "/index.html"))]);

        Assert.All(viewers.Zip(answers), pair => Assert.True(pair.First.Passes == IsPassed(pair.Second), pair.First.Address));
    }

    [Fact]
    public async Task Request_FromWhatIsNoAddress_IsRefused()
    {
        string[] viewers =
        [
            "", " ", "203.0.113", "203.0.113.256", "203.0.113.7.9", "203.0.113.7 ", "0xcb.0.113.7", "203.0.113.7/24", "::ffff:203.0.113.7", "2001:db8:8000",
            "2001:db8:8000:::1", "2001:db8::8000::1", "2001:db8:8000:0:0:0:0:0:1", "2001:db8:8000:1:2:3:4:5::", "2001:db8:8000::1%eth0", "2001:db8:80000::", ":",
        ];

        JsonObject[] answers = await RunAsync(Networks, [.. viewers.Select(viewer => Request(viewer, "/index.html")), Request(null, "/index.html")]);

        Assert.All(answers, answer => Assert.Equal(403, answer["statusCode"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Request_OfEveryone_PassesOnlyWhereTheOwnerSaysSo()
    {
        JsonObject[] requests = [Request("8.8.8.8", "/"), Request("2606:4700::1", "/")];

        Assert.Equal([true, true], (await RunAsync([IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")], requests)).Select(IsPassed));
        Assert.Equal([true, false], (await RunAsync([IPNetwork.Parse("0.0.0.0/0")], requests)).Select(IsPassed));
        Assert.Equal([true, true], (await RunAsync([], requests)).Select(IsPassed)); // Signed cookies decide.
    }

    [Theory]
    [InlineData("/", "/index.html")]
    [InlineData("/monitors/churn/", "/monitors/churn/index.html")]
    [InlineData("/monitors/churn/runs/20261122T100000Z.html", "/monitors/churn/runs/20261122T100000Z.html")]
    [InlineData("/assets/site.0123abcd.css", "/assets/site.0123abcd.css")]
    [InlineData("/monitors/%63hurn", "/monitors/%63hurn")]
    public async Task Request_OfAPath_LooksUpThePage(string uri, string expected) =>
        Assert.Equal(expected, Assert.Single(await RunAsync(Networks, [Request(Allowed, uri)]))["uri"]!.GetValue<string>());

    [Fact]
    public async Task Request_OfAFolderWithoutSlash_IsSentToTheOneWith()
    {
        JsonObject answer = Assert.Single(await RunAsync(Networks, [Request(Allowed, "/monitors/churn")]));

        Assert.Equal(301, answer["statusCode"]!.GetValue<int>());
        Assert.Equal("/monitors/churn/", answer["headers"]!["location"]!["value"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("//evil")]
    [InlineData("/\\evil")]
    [InlineData("/%5Cevil")]
    [InlineData("/a%0d%0aset-cookie:x")]
    public async Task Request_MadeToBeSentElsewhere_IsNot(string uri) =>
        Assert.True(IsPassed(Assert.Single(await RunAsync(Networks, [Request(Allowed, uri)]))));

    [Theory]
    [InlineData("SSLv3:x:y", false)]
    [InlineData("TLSv1:x:y", false)]
    [InlineData("TLSv1.1:x:y", false)]
    [InlineData("TLSv1.2:ECDHE-RSA-AES128-GCM-SHA256:fullHandshake", true)]
    [InlineData("TLSv1.3:TLS_AES_128_GCM_SHA256:sessionResumed", true)]
    public async Task Request_OfAnOldTls_IsRefused(string tls, bool passes)
    {
        JsonObject request = Request(Allowed, "/");
        request["request"]!["headers"]!["cloudfront-viewer-tls"] = new JsonObject { ["value"] = tls };

        Assert.Equal(passes, IsPassed(Assert.Single(await RunAsync(Networks, [request]))));
    }

    [Fact]
    public void Compose_OfAsManyNetworksAsTheSettingsTake_FitsIntoAFunction()
    {
        IPNetwork longest = IPNetwork.Parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128");

        string code = ViewerRequestCode.Compose([.. Enumerable.Repeat(longest, ReportSiteSettingsReader.MostNetworks)]);

        Assert.InRange(Encoding.UTF8.GetByteCount(code), 1, ViewerRequestCode.LargestSize);
    }

    private static JsonObject Request(string? ip, string uri) => new()
    {
        ["version"] = "1.0",
        ["viewer"] = new JsonObject { ["ip"] = ip },
        ["request"] = new JsonObject { ["method"] = "GET", ["uri"] = uri, ["querystring"] = new JsonObject(), ["headers"] = new JsonObject() },
    };

    /// <summary>Whether the function lets a request go on.</summary>
    private static bool IsPassed(JsonObject answer) => answer["statusCode"] is null && answer["uri"] is not null;

    private async Task<JsonObject[]> RunAsync(IPNetwork[] viewers, JsonObject[] events)
    {
        string inputs = JsonSerializer.Serialize(events);
        string file = _folder.Write(
            "viewer-request.js",
            $"'use strict';\n{ViewerRequestCode.Compose(viewers)}\nconsole.log(JSON.stringify({inputs}.map(handler)));");
        ProcessResult result = await ProcessRun.ExecuteAsync("node", [file]);
        Assert.True(result.ExitCode == 0, result.Output);
        return [.. JsonSerializer.Deserialize<JsonArray>(result.Output)!.Select(answer => answer!.AsObject())];
    }
}
