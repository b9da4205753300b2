using System.Text.RegularExpressions;
using ModelMonitor.Constraints;
using ModelMonitor.Infra.Monitoring;
using ModelMonitor.Infra.Tests.Rules;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Monitoring;

[Collection(SynthesisCollection.Name)]
public sealed partial class RunbookTests(Deployments deployments)
{
    [RunbookFact]
    public void Anchors_ThatAlarmsLinkTo_AreHeadingsOfTheRunbook()
    {
        string[] headings = [.. Headings()];

        Assert.All(RunbookAnchors.All, anchor => Assert.Contains(anchor, headings));
        Assert.Equal(headings.Distinct(), headings);
    }

    [RunbookFact]
    public void Checks_EachOfThem_HasASectionThatSaysWhatToDo()
    {
        string[] checks =
        [
            .. typeof(CheckTypes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
        ];

        Assert.NotEmpty(checks);
        Assert.All(checks, check => AssertTells(SectionOf(check)));
    }

    [RunbookFact]
    public void Sections_ThatAlarmsLinkTo_SayWhatToDo() => Assert.All(
        RunbookAnchors.All, anchor => AssertTells(SectionOf(anchor)));

    [RunbookFact]
    public void Links_WithinTheRunbook_LeadToHeadings()
    {
        string[] headings = [.. Headings()];

        Assert.All(
            Link().Matches(File.ReadAllText(RunbookFactAttribute.Runbook)).Select(link => link.Groups[1].Value),
            anchor => Assert.Contains(anchor, headings));
    }

    [Fact]
    public void Alarms_TogetherLinkToEveryAnchor() => Assert.Equal(
        RunbookAnchors.All.Order(),
        deployments.Rich.Template.OfType("AWS::CloudWatch::Alarm")
            .Concat(deployments.Rich.Template.OfType("AWS::CloudWatch::CompositeAlarm"))
            .Concat(deployments.Capturing.Template.OfType("AWS::CloudWatch::Alarm"))
            .Concat(deployments.Kinds.Template.OfType("AWS::CloudWatch::Alarm"))
            .Concat(deployments.Remediating.Template.OfType("AWS::CloudWatch::Alarm"))
            .Select(alarm => RunbookLink.AnchorOf(RunbookLink.DescriptionOf(alarm))!).Distinct().Order());

    private static IEnumerable<string> Headings() => Lines().Where(line => line.StartsWith('#')).Select(AnchorOf);

    /// <summary>The runbook without its samples of commands, whose comments look like headings.</summary>
    private static IEnumerable<string> Lines()
    {
        bool isSample = false;
        foreach (string line in File.ReadLines(RunbookFactAttribute.Runbook))
        {
            bool isFence = line.StartsWith("```", StringComparison.Ordinal);
            isSample ^= isFence;
            if (!isSample && !isFence)
            {
                yield return line;
            }
        }
    }

    /// <summary>What stands below a heading, up to the next.</summary>
    private static string SectionOf(string anchor) => string.Join('\n', Lines()
        .SkipWhile(line => !line.StartsWith('#') || AnchorOf(line) != anchor).Skip(1).TakeWhile(line => !line.StartsWith('#')));

    private static void AssertTells(string section)
    {
        Assert.Contains("**What it means.**", section, StringComparison.Ordinal);
        Assert.Contains("**Usual causes.**", section, StringComparison.Ordinal);
        Assert.Contains("**Look first**", section, StringComparison.Ordinal);
        Assert.Contains("**What to do.**", section, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Link();

    /// <summary>The anchor that GitHub gives a heading.</summary>
    private static string AnchorOf(string heading) => new(
    [
        .. heading.TrimStart('#').Trim().ToLowerInvariant()
            .Where(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')
            .Select(character => character == ' ' ? '-' : character),
    ]);
}
