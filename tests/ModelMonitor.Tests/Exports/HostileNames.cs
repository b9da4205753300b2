namespace ModelMonitor.Tests.Exports;

/// <summary>Names that traffic may give a feature.</summary>
internal static class HostileNames
{
    public static TheoryData<string> All { get; } =
    [
        "Day Mins", "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@SUM(A1)", "\t=1", "'quoted", "''", "a,b", "say \"no\"", "two\r\nlines", "\n",
        "null\0byte", "\u202Eright to left", "größe 年齢 🚀", "../../etc/passwd", "a/b", "", " ", "<script>alert(1)</script>", "＝1+1",
        new('x', 10_000),
    ];
}
