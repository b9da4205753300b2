using ModelMonitor.Reports.Html;

namespace ModelMonitor.Tests.Reports.Html;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Text_IsMarkup_BecomesText() =>
        Assert.Equal("<p>&lt;b&gt; &amp;amp; \"</p>", Body(html => html.Element("p", "<b> &amp; \"")));

    [Fact]
    public void Attribute_HoldsQuotes_StaysOneAttribute() =>
        Assert.Equal("<p title=\"&quot; onclick=&quot;x\"></p>", Body(html => html.Element("p", "", ("title", "\" onclick=\"x"))));

    [Fact]
    public void Attribute_IsNull_IsLeftOut() => Assert.Equal("<p></p>", Body(html => html.Element("p", "", ("id", null))));

    [Fact]
    public void Name_TurnsDirection_IsKeptToItselfAndShowsTheMark() =>
        Assert.Equal("<bdi>\uFFFDgnp.exe</bdi>", Body(html => html.Name("\u202Egnp.exe")));

    [Fact]
    public void Name_IsOfAnotherScript_StaysAsItIs() => Assert.Equal("<bdi>الاسم 名前 é</bdi>", Body(html => html.Name("الاسم 名前 é")));

    [Fact]
    public void Name_IsLong_IsShortInSightAndTellsItsLength()
    {
        string body = Body(html => html.Name(new string('x', 10_000)));
        Assert.Contains(new string('x', 63) + "…</bdi>", body, StringComparison.Ordinal);
        Assert.Contains("(10,000 characters)", body, StringComparison.Ordinal);
        Assert.True(body.Length < 500, $"{body.Length} characters");
    }

    [Fact]
    public void Data_HoldsAnEndTag_StaysWithinItsElement()
    {
        string body = Body(html => html.Data("d", json => json.WriteStringValue("</script><!--")));
        Assert.Equal("<script type=\"application/json\" id=\"d\">\"\\u003C/script\\u003E\\u003C!--\"</script>", body);
    }

    [Fact]
    public void ToUtf8_AnElementIsOpen_SaysWhich() => Assert.Contains(
        "'main'", Assert.Throws<InvalidOperationException>(() => new HtmlWriter().Open("main").ToUtf8()).Message, StringComparison.Ordinal);

    private static string Body(Action<HtmlWriter> write)
    {
        HtmlWriter html = new();
        write(html);
        return System.Text.Encoding.UTF8.GetString(html.ToUtf8()).Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal).TrimEnd('\n');
    }
}
