using System.Xml.Linq;
using ModelMonitor.Documents;
using ModelMonitor.Reading;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Reports.Pages.DataQuality;
using ModelMonitor.Rules;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Tests.Reports.Pages;

public sealed class RunPageTests
{
    [Fact]
    public void Write_FeaturesDrift_ShowsTheFarthestFirst()
    {
        ParsedPage page = new(Write(ReportSamples.Record(0, ["steady", "moved"]) with
        {
            Features =
            [
                new FeatureFinding("steady", "Fractional", 1.0, "NumericLInfinity", 0.01, 0.1, false, null),
                new FeatureFinding("moved", "Fractional", 1.0, "NumericLInfinity", 0.4, 0.1, true, null),
            ],
        }));

        page.MustBeSafe();
        page.FiguresMustBeComplete();
        Assert.Equal("1 of 2 features drifted: moved, 4 times its threshold. 1 violation in 1,000 rows.", page.ById("verdict").Value);
        Assert.Equal("moved", page.OfClass("feature").First().Attribute("data-feature")!.Value);
        Assert.Equal("moved", page.ById("features").Descendants("bdi").First().Value);
        XElement figures = page.OfClass("pair").First().Elements("div").Single().Element("table")!;
        Assert.Contains(figures.Descendants("th"), heading => heading.Value == "median");
    }

    [Fact]
    public void Write_CalibratedFeature_ShowsMethodStatisticPEffectThresholdAndReason()
    {
        ParsedPage page = new(Write(ReportSamples.Record(0, []) with
        {
            Features =
            [
                new FeatureFinding("moved", "Fractional", 1.0, "anderson_darling", 0.4, 0.1, true, null)
                {
                    Statistic = 12.5, PValue = 0.012, Rate = 0.05, Effect = 0.4, Reason = "Numbers are compared by their distribution.",
                },
            ],
        }));

        string row = page.ById("features").Descendants("tbody").Single().Value;
        Assert.StartsWith("moveddrifted0.4000.100400 %Anderson-Darling 112.50.012", row, StringComparison.Ordinal);
        Assert.Equal("Numbers are compared by their distribution.", page.ById("reason-1").Value);
    }

    [Fact]
    public void Write_ChangeThatChanceExplains_SaysSo()
    {
        ParsedPage page = new(Write(ReportSamples.Record(0, []) with
        {
            Features =
            [
                new FeatureFinding("wanders", "Fractional", 1.0, "anderson_darling", 0.4, 0.1, false, null) { Statistic = 1.5, PValue = 0.2, Rate = 0.001 },
            ],
        }));

        Assert.Contains("by chance", page.ById("features").Descendants("tbody").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Rules_ShowsWhatBecameOfEachAndRowsThatFail()
    {
        ParsedPage page = new(Write(ReportSamples.Record(0, ["x"]) with
        {
            Rules =
            [
                new RuleFinding("plans", "row", "critical", Violated: true)
                {
                    Message = "Basic is sold no more.", Passed = 60, Failed = 30, Errors = 1, Samples = [new RuleSample("a.jsonl", 7, "{\"plan\":\"basic\"}")],
                },
                new RuleFinding("loops", "profile", "warning", Violated: true) { Error = "took too long" },
                new RuleFinding("steady", "history", "warning", Violated: false),
            ],
        }));

        page.MustBeSafe();
        string[] rows = [.. page.ById("rules").Descendants("tbody").First().Elements("tr").Select(row => row.Value)];
        Assert.Equal(3, rows.Length);
        Assert.Equal("plansviolatedcriticalrow60301Basic is sold no more.", rows[0]);
        Assert.StartsWith("loopsfailed to run", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("steadyholds", rows[2], StringComparison.Ordinal);
        Assert.Contains("{\"plan\":\"basic\"}", page.ById("rules").Descendants("tbody").Last().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NamesAreHostile_StaysOneSafePage()
    {
        RunRecord record = ReportSamples.Record(0, ReportSamples.HostileNames, drifted: 6);
        ParsedPage page = new(Write(record with
        {
            UnreadableSamples = [.. ReportSamples.HostileNames.Select(name => new UnreadableSample(name, 1, name))],
            Unreadable = 14,
            Notes = ReportSamples.HostileNames,
            BaselineVersion = ReportSamples.HostileNames[0],
            Rules = [.. ReportSamples.HostileNames.Select(name => new RuleFinding(name, null, name, true) { Message = name, Samples = [new RuleSample(name, 1, name)] })],
            Kind = ReportSamples.HostileNames[1],
            EngineVersion = ReportSamples.HostileNames[2],
        }));

        page.MustBeSafe();
        Assert.Contains(ReportSamples.HostileNames[0], page.ById("features").Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Text, character => character is '\0' or '\u202E' or '\u2066' or '\u001b');
    }

    [Fact]
    public void Write_CategoriesAreHostile_StaysOneSafePage()
    {
        RunRecord record = ReportSamples.Record(0, ["plan"]);
        StatisticsDocument current = new(100, [Categories("plan", ReportSamples.HostileNames)]);
        StatisticsDocument baseline = new(100, [Categories("plan", ["basic", "<b>gone</b>"])]);
        ParsedPage page = new(Write(record, baseline, current));

        page.MustBeSafe();
        page.FiguresMustBeComplete();
        Assert.Contains("Gone since the baseline: ", page.Text, StringComparison.Ordinal);
        Assert.Contains("<b>gone</b>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TwoHundredFeatures_IsSmall()
    {
        byte[] page = Write(ReportSamples.Record(0, ReportSamples.Names(200), drifted: 40));
        Assert.True(page.Length < 300_000, $"{page.Length} bytes");
        ParsedPage parsed = new(page);
        parsed.MustBeSafe();
        Assert.Equal(DataQualityContent.MostCards, parsed.OfClass("feature").Count());
        Assert.Equal(200 - DataQualityContent.MostCards, parsed.ById("features").Descendants("tr").Count(row => row.Attribute("data-evidence") is not null));
    }

    [Fact]
    public void Write_AThousandFeatures_HasThemAllAndEvidenceOfTheWorst()
    {
        byte[] page = Write(ReportSamples.Record(0, ReportSamples.Names(1_000), drifted: 300));
        Assert.True(page.Length < 800_000, $"{page.Length} bytes");
        ParsedPage parsed = new(page);
        Assert.Equal(1_000, parsed.ById("features").Element("tbody")!.Elements("tr").Count());
        Assert.Contains("The 8 features that weigh most, of 300 with violations", parsed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunOutcome.Completed, "Nothing is amiss: 1,000 rows meet every constraint")]
    [InlineData(RunOutcome.NoData, "The window was not judged: there was no captured data in the window")]
    [InlineData(RunOutcome.Failed, "The window was not judged: as the outcome says")]
    public void Write_OtherOutcomes_SaysWhat(RunOutcome outcome, string expected)
    {
        ParsedPage page = new(Write(ReportSamples.Record(0, [], drifted: 0, outcome)));
        page.MustBeSafe();
        Assert.StartsWith(expected, page.ById("verdict").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoBaselineStatistics_SaysSoAndShowsTheWindow()
    {
        RunRecord record = ReportSamples.Record(0, ["a"]) with { BaselineVersion = null };
        IReadOnlyList<FeatureEvidence> evidence = EvidenceBuilder.Build(new StoredReport(record, ReportSamples.Statistics(["a"], 0.0), []), null);
        ParsedPage page = new(RunPage.Write(new RunPageModel(record, "e", new DataQualityContent(record, evidence), "reports/", HasBaseline: false)));
        page.FiguresMustBeComplete();
        Assert.Contains("only this window is drawn", page.ById("facts").Value, StringComparison.Ordinal);
    }

    private static byte[] Write(RunRecord record)
    {
        string[] names = [.. record.Features.Select(feature => feature.Name)];
        return Write(record, ReportSamples.Statistics(names, 0.0), ReportSamples.Statistics(names, 3.0));
    }

    private static byte[] Write(RunRecord record, StatisticsDocument baseline, StatisticsDocument current) => RunPage.Write(new RunPageModel(
        record,
        ReportSamples.Endpoint,
        new DataQualityContent(
            record, EvidenceBuilder.Build(new StoredReport(record, current, ReportSamples.Violations(record)), new ReferenceStatistics(baseline))),
        "reports/churn-endpoint/churn/2026/11/01/01/",
        HasBaseline: true));

    private static FeatureStatistics Categories(string name, IReadOnlyList<string> values) => new(
        name,
        ModelMonitor.Statistics.InferredType.String,
        String: new StringStatistics(100, 0, values.Count, [.. values.Select((value, i) => new CategoryCount(value, 10 + i))]));
}
