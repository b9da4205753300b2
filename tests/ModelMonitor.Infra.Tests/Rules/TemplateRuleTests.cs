using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

[Collection(SynthesisCollection.Name)]
public sealed class TemplateRuleTests(Deployments deployments)
{
    public static TheoryData<string> Rules => TemplateRules.Names;

    [Theory]
    [MemberData(nameof(Rules))]
    public void Templates_OfAllDeployments_ObeyTheRule(string rule)
    {
        ITemplateRule obeyed = TemplateRules.Find(rule);

        string[] violations = [.. deployments.All.SelectMany(deployment => obeyed.FindViolations(deployment.Template))];

        Assert.True(violations.Length == 0, $"{obeyed.Explanation}\n{string.Join('\n', violations)}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OfATemplateMadeToViolateIt_FindsEachFlaw(string rule)
    {
        ITemplateRule violated = TemplateRules.Find(rule);

        Assert.Equal(violated.Flaws, violated.FindViolations(Template.OfResources(violated.Violating)).Count());
        Assert.NotEmpty(violated.Explanation);
    }
}
