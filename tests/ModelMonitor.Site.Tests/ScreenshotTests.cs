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
        await using VisitedPage visited = await VisitedPage.OpenAsync(sites, sites.Demo, page, width, isDark);
        await visited.DrawChartsAsync();

        byte[] picture = await visited.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            FullPage = true,
            Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{page}-{width}-{(isDark ? "dark" : "light")}.png"),
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
        }
    }
}
