using System.Globalization;
using System.IO.Hashing;

namespace ModelMonitor.Reports.Site;

/// <summary>The styles and scripts of the site, which are resources of this assembly.</summary>
internal static class SiteAssets
{
    private const string Folder = "Reports.Assets.";

    /// <summary>The styles.</summary>
    public static SiteAsset Styles { get; } = Load("site.css");

    /// <summary>Chooses light or dark before anything is drawn.</summary>
    public static SiteAsset Theme { get; } = Load("theme.js");

    /// <summary>Makes tables sort and filter, and shows the rest of them on demand.</summary>
    public static SiteAsset Tables { get; } = Load("tables.js");

    /// <summary>Draws the charts.</summary>
    public static SiteAsset Charts { get; } = Load("charts.js");

    /// <summary>Draws the charts of model quality, bias and attribution.</summary>
    public static SiteAsset ModelCharts { get; } = Load("model-charts.js");

    /// <summary>Apache ECharts, as far as it is used.</summary>
    public static SiteAsset ChartLibrary { get; } = Load("echarts.js");

    /// <summary>The licences of Apache ECharts and what it contains.</summary>
    public static SiteAsset ChartLicence { get; } = Load("echarts.LICENSE.txt", isNamedByContent: false);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SiteAsset> All { get; } = [Styles, Theme, Tables, Charts, ModelCharts, ChartLibrary, ChartLicence];

    private static SiteAsset Load(string name, bool isNamedByContent = true)
    {
        using Stream stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The resource {Folder}{name} is missing.");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        if (!isNamedByContent)
        {
            return new SiteAsset(name, content);
        }

        string hash = XxHash3.HashToUInt64(content).ToString("x16", CultureInfo.InvariantCulture)[..8];
        return new SiteAsset($"{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", content);
    }
}
