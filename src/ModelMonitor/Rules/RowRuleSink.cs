using ModelMonitor.Profiling;

namespace ModelMonitor.Rules;

/// <summary>Evaluates rules for rows on their way to the profile.</summary>
internal sealed class RowRuleSink : IRowSink
{
    private readonly DatasetProfile _profile;
    private readonly RowRuleRunner[] _runners;

    private RowRuleSink(RuleSet rules, DatasetProfile profile)
    {
        _profile = profile;
        _runners = [.. rules.RowRules.Select(rule => new RowRuleRunner(rule, profile.Columns, profile.CountRules().Of(rule.Settings.Name)))];
    }

    /// <summary>Where rows go in; the profile itself where no rule is over rows.</summary>
    public static IRowSink Of(RuleSet rules, DatasetProfile profile) => rules.RowRules.Any() ? new RowRuleSink(rules, profile) : profile;

    /// <inheritdoc />
    public void Add(RowBatch batch)
    {
        foreach (RowRuleRunner runner in _runners)
        {
            runner.Add(batch);
        }

        _profile.Add(batch);
    }
}
