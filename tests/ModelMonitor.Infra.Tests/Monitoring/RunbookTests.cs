using ModelMonitor.Infra.Monitoring;
using ModelMonitor.Infra.Tests.Rules;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Monitoring;

[Collection(SynthesisCollection.Name)]
public sealed class RunbookTests(Deployments deployments)
{
    [RunbookFact]
    public void Anchors_ThatAlarmsLinkTo_AreHeadingsOfTheRunbook()
    {
        string[] headings =
        [
            .. File.ReadLines(RunbookFactAttribute.Runbook).Where(line => line.StartsWith('#')).Select(AnchorOf),
        ];

        Assert.All(RunbookAnchors.All, anchor => Assert.Contains(anchor, headings));
    }

    [Fact]
    public void Alarms_TogetherLinkToEveryAnchor() => Assert.Equal(
        RunbookAnchors.All.Order(),
        deployments.Rich.Template.OfType("AWS::CloudWatch::Alarm").Concat(deployments.Capturing.Template.OfType("AWS::CloudWatch::Alarm"))
            .Select(alarm => RunbookLink.AnchorOf(alarm.TextAt("AlarmDescription"))!).Distinct().Order());

    /// <summary>The anchor that GitHub gives a heading.</summary>
    private static string AnchorOf(string heading) => new(
    [
        .. heading.TrimStart('#').Trim().ToLowerInvariant()
            .Where(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')
            .Select(character => character == ' ' ? '-' : character),
    ]);
}
