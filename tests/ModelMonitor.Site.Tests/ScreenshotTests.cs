using System.Buffers.Binary;
using Microsoft.Playwright;
using ModelMonitor.Testing;

namespace ModelMonitor.Site.Tests;

/// <summary>Pictures of the pages for a look: <c>artifacts/screenshots</c>.</summary>
[Collection(SiteCollection.Name)]
public sealed class ScreenshotTests(Sites sites)
{
    public static TheoryData<string, int, bool> Cases { get; } = new MatrixTheoryData();

    [BrowserTheory]
    [MemberData(nameof(Cases))]
    public async Task Page_Photographed_IsAsWideAsTheWindow(string page, int width, bool isDark)
    {
        Uri site = page is "monitors" or "monitor" or "run" ? sites.Demo : sites.Kinds;
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, site, page, width, isDark);
        await visited.DrawChartsAsync();

        byte[] picture = await visited.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            FullPage = true,
            Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{page.Replace('/', '-')}-{width}-{(isDark ? "dark" : "light")}.png"),
        });

        // The width in the header of a PNG.
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
    }

    private sealed class MatrixTheoryData : TheoryData<string, int, bool>
    {
        public MatrixTheoryData()
        {
            foreach (string page in (string[])["monitors", "monitor", "run"])
            {
                foreach (int width in (int[])[1280, 390])
                {
                    Add(page, width, false);
                    Add(page, width, true);
                }
            }

            // A chart is drawn in software: of the other kinds' many, one picture a page.
            foreach (string page in ((IEnumerable<object[]>)KindPagesTests.Pages).Select(row => (string)row[0]).Where(page => page != "monitors"))
            {
                Add(page, 1280, false);
            }
        }
    }
}
