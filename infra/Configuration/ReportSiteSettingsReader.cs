using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelMonitor.Infra.Configuration;

/// <summary>Reads how the website of reports is put before viewers.</summary>
internal sealed partial class ReportSiteSettingsReader
{
    /// <summary>As many as fit into a function of CloudFront's, whose text may have 10 KB.</summary>
    public const int MostNetworks = 100;

    private const string ViewersExpectation =
        "addresses or networks with no bits beyond their prefix, such as 203.0.113.0/24 or 2001:db8::/32, as an array or with commas between them";

    private readonly IReadOnlyDictionary<string, JsonElement> _context;
    private readonly List<string> _problems;

    /// <param name="context">The CDK's context.</param>
    /// <param name="problems">Where mistakes go.</param>
    public ReportSiteSettingsReader(IReadOnlyDictionary<string, JsonElement> context, List<string> problems)
    {
        _context = context;
        _problems = problems;
    }

    /// <summary>Reads the settings; null when the site is off. What is given while it is off is checked, too.</summary>
    public ReportSiteSettings? Read()
    {
        int before = _problems.Count;
        bool isOn = ReadSwitch();
        ReportSiteSettings settings = new()
        {
            Viewers = ReadViewers(),
            PublicKey = ReadPublicKey(),
            Domain = ReadText(ContextKeys.ReportSiteDomain, DomainName(), "the name of a domain, such as models.example.com"),
            CertificateArn = ReadText(
                ContextKeys.ReportSiteCertificate, Certificate(), "the ARN of a certificate of ACM in us-east-1, which is where CloudFront takes them from"),
        };
        if (!isOn || _problems.Count > before)
        {
            return null;
        }

        if (settings.Viewers.Count == 0 && settings.PublicKey is null)
        {
            _problems.Add(
                $"context: {ContextKeys.ReportSite}: the site would be open to everyone; say who may look by {ContextKeys.ReportSiteViewers} "
                + $"(their networks) or {ContextKeys.ReportSitePublicKey} (the key of signed cookies), or by both");
        }

        if (settings.Domain is null != settings.CertificateArn is null)
        {
            _problems.Add($"context: {ContextKeys.ReportSiteDomain} and {ContextKeys.ReportSiteCertificate}: give both or none");
        }

        return settings;
    }

    private bool ReadSwitch()
    {
        if (!_context.TryGetValue(ContextKeys.ReportSite, out JsonElement value))
        {
            return false;
        }

        switch (value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText())
        {
            case "true":
                return true;
            case "false":
                return false;
            default:
                Report(ContextKeys.ReportSite, "true or false", value);
                return false;
        }
    }

    private List<IPNetwork> ReadViewers()
    {
        List<IPNetwork> networks = [];
        if (!_context.TryGetValue(ContextKeys.ReportSiteViewers, out JsonElement value))
        {
            return networks;
        }

        foreach (string text in TextsOf(value))
        {
            if (ViewerNetwork.TryParse(text, out IPNetwork network))
            {
                networks.Add(network);
            }
            else
            {
                _problems.Add($"context: {ContextKeys.ReportSiteViewers}: expected {ViewersExpectation}; found '{text}'");
            }
        }

        if (networks.Count > MostNetworks)
        {
            _problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"context: {ContextKeys.ReportSiteViewers}: expected at most {MostNetworks} networks; found {networks.Count}"));
        }

        return networks;
    }

    /// <summary>An item that is no text stands as its JSON, which is no network.</summary>
    private static IEnumerable<string> TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText()),
        _ => [value.GetRawText()],
    };

    /// <summary>What was found is not repeated: it may be the private key.</summary>
    private string? ReadPublicKey()
    {
        if (!_context.TryGetValue(ContextKeys.ReportSitePublicKey, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && PublicKeyPem.TryNormalize(value.GetString()!, out string? pem))
        {
            return pem;
        }

        _problems.Add(
            $"context: {ContextKeys.ReportSitePublicKey}: expected a public key in PEM (-----BEGIN PUBLIC KEY-----), RSA of 2048 bits or ECDSA of P-256, "
            + "as `openssl rsa -pubout` writes it");
        return null;
    }

    private string? ReadText(string key, Regex pattern, string expectation)
    {
        if (!_context.TryGetValue(key, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && pattern.IsMatch(value.GetString()!))
        {
            return value.GetString();
        }

        Report(key, expectation, value);
        return null;
    }

    private void Report(string key, string expectation, JsonElement found) =>
        _problems.Add($"context: {key}: expected {expectation}; found {found.GetRawText()}");

    [GeneratedRegex(@"^(?=.{4,253}\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}\z")]
    private static partial Regex DomainName();

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:acm:us-east-1:[0-9]{12}:certificate/[A-Za-z0-9-]{1,64}\z")]
    private static partial Regex Certificate();
}
