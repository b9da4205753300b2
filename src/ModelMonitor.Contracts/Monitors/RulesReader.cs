namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the items of <c>rules</c>. Whether an expression is one is for the engine to say.</summary>
internal static class RulesReader
{
    /// <summary>The most rules of a monitor: each costs time for every row or run.</summary>
    private const int MostRules = 100;

    private const int LongestName = 100;
    private const int LongestExpression = 4_000;
    private const int LongestMessage = 500;

    private const string NameExpectation = "1 to 100 letters, digits, spaces, hyphens, dots and underscores";

    /// <summary>Reads them; none when there is no such key.</summary>
    public static IReadOnlyList<RuleSettings> Read(SectionReader root)
    {
        IReadOnlyList<SectionReader> items = root.ReadSections("rules");
        if (items.Count > MostRules)
        {
            root.Report("rules", $"expected at most {MostRules} rules, found {items.Count}");
        }

        List<RuleSettings> rules = new(items.Count);
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (SectionReader item in items)
        {
            RuleSettings rule = ReadRule(item);
            if (rule.Name.Length > 0 && !names.Add(rule.Name))
            {
                item.Report("name", $"'{rule.Name}' is also the name of another rule; give each a name of its own");
            }

            rules.Add(rule);
        }

        return rules;
    }

    private static RuleSettings ReadRule(SectionReader item)
    {
        string name = item.ReadRequiredString("name", IsName, NameExpectation) ?? "";
        if (item.Find("over") is null)
        {
            item.Report("over", "is missing; say \"profile\", \"row\" or \"history\"");
        }

        RuleScope over = item.ReadChoice(
            "over", RuleScope.Profile, ("profile", RuleScope.Profile), ("row", RuleScope.Row), ("history", RuleScope.History));
        string expression = item.ReadRequiredString(
            "expression",
            text => text.Length <= LongestExpression && !string.IsNullOrWhiteSpace(text),
            $"an expression of at most {LongestExpression} characters, such as \"current.rows > 1000\"") ?? "";
        RuleSettings rule = new(name, over, expression)
        {
            Severity = item.ReadChoice(
                "severity",
                AlarmSeverity.Warning,
                ("info", AlarmSeverity.Info),
                ("warning", AlarmSeverity.Warning),
                ("critical", AlarmSeverity.Critical)),
            Message = item.ReadString("message", text => text.Length is > 0 and <= LongestMessage, $"a text of at most {LongestMessage} characters"),
            Share = item.ReadFraction("share") ?? 1.0,
        };
        if (over != RuleScope.Row && item.Find("share") is not null)
        {
            item.Report("share", "is of rules over rows; remove it, or say \"over\": \"row\"");
        }

        item.Finish();
        return rule;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '-' or '.' or '_')
        && name[0] != ' ' && name[^1] != ' ';
}
