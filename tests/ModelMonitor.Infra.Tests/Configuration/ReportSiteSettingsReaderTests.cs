using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelMonitor.Infra.Configuration;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Configuration;

public sealed class ReportSiteSettingsReaderTests
{
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "reportSite": false, "reportSiteViewers": "203.0.113.0/24" }""")]
    [InlineData("""{ "reportSite": "false" }""")]
    [InlineData("""{ "reportSiteViewers": ["203.0.113.0/24"] }""")]
    public void Read_UnlessTheSiteIsTurnedOn_IsNull(string context) => Assert.Null(Read(context));

    [Theory]
    [InlineData("""{ "reportSite": true, "reportSiteViewers": ["203.0.113.0/24", "2001:db8::/32", "192.0.2.7"] }""")]
    [InlineData("""{ "reportSite": "true", "reportSiteViewers": "203.0.113.0/24, 2001:db8::/32, 192.0.2.7" }""")]
    public void Read_OfViewers_TakesTheirNetworks(string context) => Assert.Equal(
        [IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("192.0.2.7/32")],
        Read(context)!.Viewers);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "reportSiteViewers": [] }""")]
    [InlineData("""{ "reportSiteViewers": "" }""")]
    public void Read_OfASiteForEveryone_RefusesItUnlessSomeoneSaysSo(string context)
    {
        Assert.Contains("the site would be open to everyone", Problem(On(context)), StringComparison.Ordinal);
        Assert.Equal(2, Read("""{ "reportSite": true, "reportSiteViewers": ["0.0.0.0/0", "::/0"] }""")!.Viewers.Count);
    }

    [Theory]
    [InlineData("203.0.113.7/24")]
    [InlineData("203.0.113.0/33")]
    [InlineData("203.0.113/24")]
    [InlineData("203.0.113.007")]
    [InlineData("0xcb007100/24")]
    [InlineData("2001:db8::1/32")]
    [InlineData("2001:db8::/129")]
    [InlineData("::ffff:203.0.113.0/120")]
    [InlineData("fe80::1%eth0")]
    [InlineData("office")]
    [InlineData("203.0.113.0/")]
    [InlineData("/24")]
    public void Read_OfWhatIsNoNetwork_SaysWhatWasExpected(string viewer) => Assert.Equal(
        "context: reportSiteViewers: expected addresses or networks with no bits beyond their prefix, such as 203.0.113.0/24 or 2001:db8::/32, "
        + $"as an array or with commas between them; found '{viewer}'",
        Problem(On($$"""{ "reportSiteViewers": ["{{viewer}}"] }""")));

    [Theory]
    [InlineData("""{ "reportSite": "yes" }""", "context: reportSite: expected true or false; found \"yes\"")]
    [InlineData("""{ "reportSite": true, "reportSiteViewers": 7 }""", "found '7'")]
    [InlineData("""{ "reportSite": true, "reportSiteViewers": [7] }""", "found '7'")]
    [InlineData("""{ "reportSiteDomain": "https://models.example.com" }""", "context: reportSiteDomain: expected the name of a domain")]
    [InlineData("""{ "reportSiteCertificate": "arn:aws:acm:eu-west-1:123456789012:certificate/1" }""", "in us-east-1")]
    [InlineData("""{ "reportSite": true, "reportSiteViewers": "192.0.2.7", "reportSiteDomain": "models.example.com" }""", "give both or none")]
    [InlineData("""{ "reportSite": true, "reportSiteViewers": "192.0.2.7", "reportSiteCertificate": "CERTIFICATE" }""", "give both or none")]
    [InlineData("""{ "reportSiteViewer": "192.0.2.7" }""", "did you mean 'reportSiteViewers'?")]
    public void Read_OfAWrongSetting_TellsIt(string context, string problem) =>
        Assert.Contains(problem, Problem(context.Replace("CERTIFICATE", Certificate, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Read_OfMoreNetworksThanAFunctionHolds_RefusesThem()
    {
        string viewers = string.Join(',', Enumerable.Range(0, ReportSiteSettingsReader.MostNetworks + 1).Select(i => $"10.0.0.{i}"));

        Assert.Equal("context: reportSiteViewers: expected at most 100 networks; found 101", Problem(On($$"""{ "reportSiteViewers": "{{viewers}}" }""")));
    }

    [Fact]
    public void Read_OfAPublicKey_TakesItHoweverItsLinesEnd()
    {
        string context = Context(Deployments.PublicKey.ReplaceLineEndings("\r\n") + "\r\n");

        Assert.Equal(Deployments.PublicKey + "\n", Read(context)!.PublicKey);
    }

    [Fact]
    public void Read_OfAnEllipticKey_TakesThatOfP256Only()
    {
        using ECDsa taken = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using ECDsa refused = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.NotNull(Read(Context(taken.ExportSubjectPublicKeyInfoPem()))!.PublicKey);
        Assert.Contains("ECDSA of P-256", Problem(Context(refused.ExportSubjectPublicKeyInfoPem())), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAPrivateKey_RefusesItAndDoesNotRepeatIt()
    {
        using RSA key = RSA.Create(2048);
        string pem = key.ExportPkcs8PrivateKeyPem();

        string problem = Problem(Context(pem));

        Assert.StartsWith("context: reportSitePublicKey: expected a public key in PEM", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(pem.Split('\n')[1], problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("key.pem")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    public void Read_OfWhatIsNoKey_RefusesIt(string text) => Assert.Contains("expected a public key", Problem(Context(text)), StringComparison.Ordinal);

    private static string Context(string publicKey) =>
        new JsonObject { ["reportSite"] = true, ["reportSitePublicKey"] = publicKey }.ToJsonString();

    private static string On(string context)
    {
        JsonObject settings = JsonNode.Parse(context)!.AsObject();
        settings["reportSite"] = true;
        return settings.ToJsonString();
    }

    private static ReportSiteSettings? Read(string json) =>
        DeploymentSettingsReader.Read(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!).ReportSite;

    private static string Problem(string json) => Assert.Single(Assert.Throws<InvalidDeploymentException>(() => Read(json)).Problems);
}
