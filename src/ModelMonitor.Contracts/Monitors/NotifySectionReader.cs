using System.Text.Json;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads <c>notify</c>: topics of all alarms, or topics by severity.</summary>
internal static class NotifySectionReader
{
    private const string Key = "notify";
    private const string Expectation = "the ARN of an SNS topic (not FIFO), such as arn:aws:sns:us-east-1:123456789012:models";

    public static NotifySection Read(SectionReader root)
    {
        switch (root.Find(Key)?.Kind)
        {
            case null:
                return NotifySection.None;
            case JsonValueKind.Array:
                return NotifySection.OfAll(ReadTopics(root, Key));
            case JsonValueKind.Object:
                SectionReader section = root.ReadSection(Key)!;
                NotifySection topics = new(ReadTopics(section, "info"), ReadTopics(section, "warning"), ReadTopics(section, "critical"));
                section.Finish();
                return topics;
            default:
                root.Report(Key, $"expected an array of topics, or an object with arrays of them by severity, found {root.Find(Key)!.Description}");
                return NotifySection.None;
        }
    }

    private static IReadOnlyList<string> ReadTopics(SectionReader section, string key) => section.ReadStrings(key, ResourceArn.IsTopic, Expectation);
}
