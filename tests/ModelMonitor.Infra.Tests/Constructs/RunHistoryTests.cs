using System.Text.RegularExpressions;
using ModelMonitor.Contracts.History;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Constructs;

[Collection(SynthesisCollection.Name)]
public sealed partial class RunHistoryTests(Deployments deployments)
{
    private const string TableType = "AWS::Glue::Table";

    [Fact]
    public void Table_HasTheColumnsThatFilesHaveAndNoneTwice()
    {
        TemplateResource table = Assert.Single(deployments.Plain.Template.OfType(TableType));

        Assert.Equal(
            HistoryColumns.OfFiles.Select(column => column.Name),
            JsonText.List(table.At("TableInput", "StorageDescriptor", "Columns")).Select(column => column["Name"]!.GetValue<string>()));
        Assert.Equal(
            HistoryColumns.Partitions.Select(column => column.Name),
            JsonText.List(table.At("TableInput", "PartitionKeys")).Select(column => column["Name"]!.GetValue<string>()));
        Assert.Empty(HistoryColumns.OfFiles.Select(column => column.Name).Intersect(HistoryColumns.Partitions.Select(column => column.Name)));
    }

    [Fact]
    public void Table_FindsThePartitionsOfTheDeployedMonitorsWhereRunsPutThem()
    {
        TemplateResource table = Assert.Single(deployments.Rich.Template.OfType(TableType));
        string template = JsonText.Joined(table.At("TableInput", "Parameters", "storage.location.template")!);

        Assert.Equal("churn,churn-daily,fraud", table.TextAt("TableInput", "Parameters", "projection.monitor.values"));
        Assert.EndsWith("/history/monitor=${monitor}/date=${date}/", template, StringComparison.Ordinal);
        string folder = template[template.IndexOf("history/", StringComparison.Ordinal)..]
            .Replace("${monitor}", "churn", StringComparison.Ordinal).Replace("${date}", "2026-11-22", StringComparison.Ordinal);
        DateTimeOffset start = new(2026, 11, 22, 23, 0, 0, TimeSpan.Zero);
        Assert.StartsWith(folder, Contracts.ObjectKeys.HistoryFile("churn", "data-quality", start, start.AddHours(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void DatabaseAndWorkgroup_OfTwoStacks_AreNotTheSame()
    {
        Assert.Equal(("modelmonitor", "ModelMonitor"), NamesOf(deployments.Plain.Template));
        Assert.Equal(("watch", "Watch"), NamesOf(deployments.Existing.Template));
    }

    [Fact]
    public void SavedQueries_NameNothingButColumnsAndMetricsOfTheHistory()
    {
        TemplateResource[] queries = [.. deployments.Plain.Template.OfType("AWS::Athena::NamedQuery")];
        string[] known =
        [
            .. HistoryColumns.All.Select(column => column.Name), .. HistoryMetrics.OfFeatures, MetricNames.Violations, HistoryQueries.Table,
        ];

        Assert.Equal(3, queries.Length);
        Assert.All(queries, query =>
        {
            string sql = query.TextAt("QueryString");
            Assert.Contains("\"date\" >= date_format(current_date", sql, StringComparison.Ordinal);
            string[] named = [.. Alias().Matches(sql).Select(alias => alias.Groups[1].Value)];
            Assert.All(
                Word().Matches(sql).Select(word => word.Value).Where(word => word.Contains('_', StringComparison.Ordinal)),
                word => Assert.Contains(word, (string[])[.. known, .. named, "count_if", "max_by", "date_format", "current_date"]));
        });
    }

    [Fact]
    public void EvaluateRun_MayWriteTheHistoryOfItsMonitorsOnly()
    {
        TemplateResource policy = deployments.Plain.Template.OfType("AWS::IAM::Policy")
            .Single(policy => policy.Id.StartsWith("FunctionsEvaluateRunRole", StringComparison.Ordinal));

        Assert.Contains("/history/monitor=churn/*", policy.TextAt("PolicyDocument"), StringComparison.Ordinal);
        Assert.DoesNotContain("/history/*", policy.TextAt("PolicyDocument"), StringComparison.Ordinal);
    }

    private static (string Database, string WorkGroup) NamesOf(Template template) => (
        Assert.Single(template.OfType("AWS::Glue::Database")).TextAt("DatabaseInput", "Name"),
        Assert.Single(template.OfType("AWS::Athena::WorkGroup")).TextAt("Name"));

    [GeneratedRegex(@"\bAS (\w+)")]
    private static partial Regex Alias();

    [GeneratedRegex(@"[a-z_]+")]
    private static partial Regex Word();
}
