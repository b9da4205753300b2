using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace ModelMonitor.Tests.Reports;

/// <summary>A page read by a parser that forgives nothing: it has to be well-formed XML as well as HTML.</summary>
internal sealed class ParsedPage
{
    private const string Doctype = "<!DOCTYPE html>\n";

    public ParsedPage(byte[] content)
    {
        string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        Assert.StartsWith(Doctype, text, StringComparison.Ordinal);
        Root = XDocument.Parse(text[Doctype.Length..], LoadOptions.PreserveWhitespace).Root!;
    }

    public XElement Root { get; }

    public string Text => Root.Value;

    public IEnumerable<XElement> All(string tag) => Root.Descendants(tag);

    public XElement ById(string id) => Root.Descendants().Single(element => element.Attribute("id")?.Value == id);

    /// <summary>The classes of an element contain a word.</summary>
    public IEnumerable<XElement> OfClass(string word) =>
        Root.Descendants().Where(element => element.Attribute("class")?.Value.Split(' ').Contains(word) == true);

    /// <summary>The addresses of the page's links, styles and scripts.</summary>
    public IEnumerable<string> Addresses() => Root.Descendants()
        .SelectMany(element => new[] { element.Attribute("href")?.Value, element.Attribute("src")?.Value })
        .OfType<string>();

    /// <summary>What every page promises.</summary>
    public void MustBeSafe()
    {
        string[] known =
        [
            "a", "bdi", "body", "button", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "head",
            "header", "html", "li", "link", "main", "meta", "nav", "ol", "p", "progress", "rect", "script", "section", "span", "strong",
            "summary", "svg", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
        ];
        Assert.All(Root.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, known));
        Assert.DoesNotContain(
            Root.DescendantsAndSelf().SelectMany(element => element.Attributes()),
            attribute => attribute.Name.LocalName is "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(All("script"), script => Assert.True(script.Attribute("src") is not null || script.Attribute("type")?.Value == "application/json"));
        Assert.All(All("script").Where(script => script.Attribute("type") is not null), script => JsonDocument.Parse(script.Value).Dispose());
        Assert.All(Addresses(), address => Assert.DoesNotContain("javascript:", address, StringComparison.OrdinalIgnoreCase));
        XElement policy = All("meta").Single(meta => meta.Attribute("http-equiv")?.Value == "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy.Attribute("content")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy.Attribute("content")!.Value, StringComparison.Ordinal);
        string[] ids = [.. Root.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(), ids);
    }

    /// <summary>Every figure says what it shows, has data, and a table behind it.</summary>
    public void FiguresMustBeComplete()
    {
        Assert.NotEmpty(All("figure"));
        Assert.All(All("figure"), figure =>
        {
            Assert.NotEqual("", figure.Element("figcaption")!.Value.Trim());
            Assert.NotEmpty(figure.Descendants("div").Single(div => div.Attribute("class")?.Value == "plot").Attribute("aria-label")!.Value);
            Assert.NotEmpty(figure.Descendants("table").Single().Element("tbody")!.Elements("tr"));
            Assert.Equal("application/json", ById(figure.Attribute("data-source")!.Value).Attribute("type")!.Value);
        });
    }
}
