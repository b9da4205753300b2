using System.Text.Json;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages;

/// <summary>A hash of what a run's page is made of, which stands in its head: a page that has it need not be made again.</summary>
/// <remarks>A record names its documents by their hashes, and its fingerprint is of the baseline too; so it stands for all of them.</remarks>
internal static class PageMark
{
    /// <summary>The name under which it stands in a page.</summary>
    public const string Name = "modelmonitor-made-of";

    /// <summary>So many bytes at the beginning of a page have it.</summary>
    public const int MostBytes = 1024;

    /// <summary>The mark of a run's page.</summary>
    /// <param name="record">The run's record.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="prefix">What the keys of its report start with.</param>
    /// <returns>The mark; null for a record that does not name its documents, as older versions wrote them.</returns>
    public static string? Of(RunRecord record, string endpoint, string prefix) => record.Documents is null
        ? null
        : new Fingerprint()
            .Add(typeof(PageMark).Module.ModuleVersionId.ToByteArray())
            .Add(JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord))
            .Add(endpoint)
            .Add(prefix)
            .ToString();
}
