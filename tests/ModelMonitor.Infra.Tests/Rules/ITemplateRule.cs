using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>Something that holds in every template.</summary>
internal interface ITemplateRule
{
    /// <summary>Why it must hold.</summary>
    string Explanation { get; }

    /// <summary>Resources that violate the rule, as JSON: what shows that it can fail.</summary>
    string Violating { get; }

    /// <summary>How many violations <see cref="Violating"/> holds.</summary>
    int Flaws { get; }

    /// <summary>What violates the rule, a sentence each.</summary>
    IEnumerable<string> FindViolations(Template template);
}
