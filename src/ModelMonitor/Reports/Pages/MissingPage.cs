using ModelMonitor.Contracts;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Site;

namespace ModelMonitor.Reports.Pages;

/// <summary>What a server shows where there is no page. It stands for addresses of any depth, so it links from the root.</summary>
internal static class MissingPage
{
    /// <summary>Writes it.</summary>
    public static byte[] Write()
    {
        HtmlWriter html = new();
        html.Open("html", ("lang", "en"));
        html.Open("head")
            .Void("meta", ("charset", "utf-8"))
            .Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", SitePolicy.ContentSecurityPolicy))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Void("meta", ("name", "referrer"), ("content", "no-referrer"))
            .Element("title", "No such page · ModelMonitor")
            .Void("link", ("rel", "icon"), ("href", "data:,"))
            .Void("link", ("rel", "stylesheet"), ("href", $"/assets/{SiteAssets.Styles.Name}"))
            .Close();
        html.Open("body", ("data-page", "missing"));
        html.Open("main", ("id", "content"));
        html.Element("h1", "There is no such page");
        html.Element("p", "Its report may be older than what is kept, its monitor may be gone, or you may need to sign in to see it.");
        html.Open("p").Element("a", "All monitors", ("href", "/index.html")).Close();
        html.Close().Close().Close();
        return html.ToUtf8();
    }
}
