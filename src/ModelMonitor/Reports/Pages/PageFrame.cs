using ModelMonitor.Contracts;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Site;

namespace ModelMonitor.Reports.Pages;

/// <summary>What all pages have around their content: the policy, styles and scripts, the way up, and the switch between light and dark.</summary>
internal static class PageFrame
{
    /// <summary>Nothing but the site's own files: no script or style within a page, no connection, no frame, no form.</summary>
    public const string ContentSecurityPolicy = SitePolicy.ContentSecurityPolicy;

    /// <summary>Writes a page.</summary>
    /// <param name="title">Its title, without the product's name.</param>
    /// <param name="page">The page's name for styles and tests: <c>monitors</c>, <c>monitor</c> or <c>run</c>.</param>
    /// <param name="depth">How many folders below the site's it is.</param>
    /// <param name="path">The pages above it, from the top: their names and addresses.</param>
    /// <param name="hasCharts">Whether it has charts, and needs their scripts.</param>
    /// <param name="content">Writes what is particular to it.</param>
    /// <param name="mark">The <see cref="PageMark"/> of what it is made of; null for none.</param>
    public static byte[] Write(
        string title,
        string page,
        int depth,
        IReadOnlyList<(string Name, string Address)> path,
        bool hasCharts,
        Action<HtmlWriter> content,
        string? mark = null)
    {
        string assets = string.Concat(Enumerable.Repeat("../", depth)) + "assets/";
        HtmlWriter html = new();
        html.Open("html", ("lang", "en"));
        html.Open("head")
            .Void("meta", ("charset", "utf-8"));
        if (mark is not null)
        {
            html.Void("meta", ("name", PageMark.Name), ("content", mark));
        }

        html
            .Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentSecurityPolicy))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Void("meta", ("name", "referrer"), ("content", "no-referrer"))
            .Element("title", $"{title} · ModelMonitor")
            .Void("link", ("rel", "icon"), ("href", "data:,"))
            .Void("link", ("rel", "stylesheet"), ("href", assets + SiteAssets.Styles.Name))
            .Element("script", "", ("src", assets + SiteAssets.Theme.Name));
        if (hasCharts)
        {
            html.Element("script", "", ("src", assets + SiteAssets.ChartLibrary.Name), ("defer", "defer"));
            html.Element("script", "", ("src", assets + SiteAssets.Charts.Name), ("defer", "defer"));
            html.Element("script", "", ("src", assets + SiteAssets.ModelCharts.Name), ("defer", "defer"));
        }

        html.Element("script", "", ("src", assets + SiteAssets.Tables.Name), ("defer", "defer"));
        html.Close();
        html.Open("body", ("data-page", page));
        html.Element("a", "Skip to the content", ("class", "skip"), ("href", "#content"));
        html.Open("header", ("class", "top"));
        html.Open("nav", ("aria-label", "Breadcrumb"));
        html.Open("ol");
        foreach ((string name, string address) in path)
        {
            html.Open("li").Open("a", ("href", address)).Name(name).Close().Close();
        }

        html.Open("li", ("aria-current", "page")).Name(path.Count == 0 ? "Monitors" : title).Close();
        html.Close().Close();
        html.Element("button", "Dark", ("type", "button"), ("id", "theme"), ("class", "quiet"), ("hidden", "hidden"));
        html.Close();
        html.Open("main", ("id", "content"));
        content(html);
        html.Close();
        html.Open("footer", ("class", "bottom")).Text("Written by ModelMonitor. All times are UTC.").Close();
        html.Close().Close();
        return html.ToUtf8();
    }
}
