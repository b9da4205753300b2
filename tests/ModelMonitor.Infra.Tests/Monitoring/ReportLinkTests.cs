using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Monitoring;

[Collection(SynthesisCollection.Name)]
public sealed partial class ReportLinkTests(Deployments deployments)
{
    [Fact]
    public void Dashboards_WithoutAWebsite_LinkToThePagesInTheBucketsConsole()
    {
        const string Console = "https://REFERENCE.console.aws.amazon.com/s3/object/REFERENCE?region=REFERENCE&prefix=";

        Assert.Equal(
            [
                $"[All monitors]({Console}site/index.html)",
                $"[Reports]({Console}site/monitors/churn-daily/index.html)",
                $"[Reports]({Console}site/monitors/churn/index.html)",
                $"[Reports]({Console}site/monitors/fraud/index.html)",
                $"[churn-daily]({Console}site/monitors/churn-daily/index.html)",
                $"[churn]({Console}site/monitors/churn/index.html)",
                $"[fraud]({Console}site/monitors/fraud/index.html)",
            ],
            LinksOf(deployments.Rich.Template));
    }

    [Fact]
    public void Dashboards_WithAWebsite_LinkToItsPages()
    {
        Assert.Contains("[Reports](https://models.example.com/monitors/churn/index.html)", LinksOf(deployments.Site.Template));
        Assert.Contains("[Reports](https://REFERENCE/monitors/churn/index.html)", LinksOf(deployments.PlainSite.Template));
    }

    private static string[] LinksOf(Template template) =>
    [
        .. template.OfType("AWS::CloudWatch::Dashboard")
            .SelectMany(dashboard => JsonNode.Parse(JsonText.Joined(dashboard.At("DashboardBody")!))!["widgets"]!.AsArray())
            .Where(widget => widget!["type"]!.GetValue<string>() == "text")
            .SelectMany(widget => Link().Matches(widget!["properties"]!["markdown"]!.GetValue<string>()).Select(link => link.Value))
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\[[^\]]+\]\([^)]+\)")]
    private static partial Regex Link();
}
