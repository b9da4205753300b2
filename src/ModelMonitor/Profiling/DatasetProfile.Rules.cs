using ModelMonitor.Rules;

namespace ModelMonitor.Profiling;

public sealed partial class DatasetProfile
{
    /// <summary>What rules over rows came to; null where there are none, and then they cost nothing.</summary>
    public RowRulesState? Rules { get; private set; }

    /// <summary>What rules over rows came to, to add to.</summary>
    internal RowRulesState CountRules() => Rules ??= new RowRulesState();
}
