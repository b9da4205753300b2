using System.Globalization;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Sees to it that each alarm of a monitor has a name of its own.</summary>
internal static class AlarmNaming
{
    private const string Key = "name";

    /// <summary>The name that was given; null when none was, or it is wrong.</summary>
    public static string? Read(SectionReader item)
    {
        string? name = item.ReadString(
            Key,
            text => ResourceName.IsMonitorName(text) && text.Length <= AlarmIds.MaximumLength,
            string.Create(CultureInfo.InvariantCulture, $"1 to {AlarmIds.MaximumLength} lowercase letters, digits and hyphens, with no hyphen at either end"));
        if (name is null || !AlarmIds.IsTaken(name))
        {
            return name;
        }

        item.Report(Key, $"'{name}' is the name of an alarm that every monitor may have; give another");
        return null;
    }

    /// <summary>Reports names that were given twice, and numbers those that were not given and would stand twice.</summary>
    /// <param name="alarms">The alarms.</param>
    /// <param name="items">What they were read from, in the same order.</param>
    public static IReadOnlyList<AlarmSettings> Apply(List<AlarmSettings> alarms, IReadOnlyList<SectionReader> items)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        for (int i = 0; i < alarms.Count; i++)
        {
            if (items[i].Find(Key) is not null && !taken.Add(alarms[i].Name))
            {
                items[i].Report(Key, $"'{alarms[i].Name}' is also the name of another alarm; give each its own");
            }
        }

        for (int i = 0; i < alarms.Count; i++)
        {
            if (items[i].Find(Key) is null)
            {
                alarms[i] = alarms[i] with { Name = FindFree(alarms[i].Name, taken) };
            }
        }

        return alarms;
    }

    private static string FindFree(string name, HashSet<string> taken)
    {
        string candidate = name;
        for (int number = 2; AlarmIds.IsTaken(candidate) || !taken.Add(candidate); number++)
        {
            string suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            candidate = name[..Math.Min(name.Length, AlarmIds.MaximumLength - suffix.Length)] + suffix;
        }

        return candidate;
    }
}
