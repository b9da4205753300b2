using System.Text.Json;
using ModelMonitor.Baselines;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class BaselineVersionCommandsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new(Churn.Ten);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Versions_FromImportToRollback_AreListedWithWhoWhenAndWhy()
    {
        string first = await ImportAsync("first", "score,age,plan\n0.5,20,a\n0.6,30,b\n", "--promote", "--by", "alice", "--model-version", "churn/7");
        string second = await ImportAsync("second", "score,age,plan\n0.5,21,a\n0.6,30,b\n0.7,40,c\n");

        CommandRun waiting = await RunAsync("list");
        Assert.Equal((0, ""), (waiting.ExitCode, waiting.Error));
        waiting.AssertFits();
        Assert.Contains($"▶  {first}", waiting.Output, StringComparison.Ordinal);
        Assert.Contains($"?  {second}", waiting.Output, StringComparison.Ordinal);
        Assert.Contains("churn/7", waiting.Output, StringComparison.Ordinal);

        CommandRun promoted = await RunAsync("promote", second[^8..], "--by", "bob", "--reason", "retrained", "--json");
        Assert.Equal((second, first, "bob"), (Text(promoted, "current"), Text(promoted, "previous"), Text(promoted, "by")));
        CommandRun back = await RunAsync("rollback", "--by", "carol", "--json");
        Assert.Equal((first, second), (Text(back, "current"), Text(back, "previous")));

        CommandRun again = await RunAsync("rollback");
        again.AssertConfigurationError($"no version was current before '{first}'");
        JsonElement list = JsonDocument.Parse((await RunAsync("list", "--json")).Output).RootElement;
        Assert.Equal(first, list.GetProperty("current").GetString());
        Assert.Equal(
            [(first, "carol", 2), (second, "bob", 3)],
            list.GetProperty("versions").EnumerateArray().Select(version => (
                version.GetProperty("version").GetString()!, version.GetProperty("promotedBy").GetString()!, version.GetProperty("rows").GetInt32())));

        CommandRun shown = await RunAsync("show");
        shown.AssertFits();
        Assert.Contains($"Version {first}, current.", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"by carol, back from {second}", shown.Output, StringComparison.Ordinal);
        Assert.Contains("churn/7", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SameFilesAgain_IsTheVersionThatIsThere()
    {
        string version = await ImportAsync("first", Churn.Training(100));
        _time.Advance(TimeSpan.FromDays(1));

        CommandRun run = await RunAsync("import", _folder.PathOf("first"), "--json");

        Assert.Equal((version, false), (Text(run, "version"), JsonDocument.Parse(run.Output).RootElement.GetProperty("imported").GetBoolean()));
        Assert.Single(await new FolderObjectStore(Artifacts).ListAsync("").ToListAsync(), stored => stored.Key.EndsWith("baseline.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_ConstraintsAlone_KeepsTheirBytesAndSaysThatDriftIsLeftOut()
    {
        const string Edited = """{ "version": 0.0, "features": [ { "name": "age", "inferred_type": "Integral", "completeness": 0.9 } ] }""";
        _folder.Write("mine.json", Edited);

        string version = Text(await RunAsync("import", _folder.PathOf("mine.json"), "--promote", "--json"), "version");

        Assert.Equal(Edited, await File.ReadAllTextAsync(Path.Combine(Artifacts, "baselines", "churn", version, "constraints.json")));
        Assert.False(File.Exists(Path.Combine(Artifacts, "baselines", "churn", version, "statistics.json")));
        Assert.Contains("everything is checked but drift", (await RunAsync("show")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("automatic", true)]
    [InlineData("manual", false)]
    public async Task Import_MonitorFile_DecidesWhoPromotes(string rule, bool isPromoted)
    {
        _folder.Write("churn.json", $$"""{ "name": "churn", "endpoint": "e", "dataQuality": {}, "baseline": { "promote": "{{rule}}" } }""");
        await BaselineAsync("first", Churn.Training(100));

        CommandRun run = await CommandRun.RunAsync(
            _time, "baseline", "import", _folder.PathOf("first"), "--artifacts", Artifacts, "--monitor", _folder.PathOf("churn.json"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(isPromoted, await BaselineVersions.FindHistoryAsync(new FolderObjectStore(Artifacts), "churn") is not null);
    }

    [Theory]
    [InlineData("{", null, "constraints.json: expected JSON")]
    [InlineData("""{"features":[{"name":"a"}]}""", null, "$.features[0].inferred_type: expected a value, found none")]
    [InlineData("""{"features":[]}""", null, "constraints.json demands nothing")]
    [InlineData("""{"features":[{"name":"a","inferred_type":"String"}]}""", "[]", "statistics.json: $: expected an object")]
    [InlineData("""{"features":[{"name":"a","inferred_type":"String"}]}""", """{"dataset":{"item_count":1},"features":[]}""", "have no column in common")]
    public async Task Import_FilesThatDoNotFit_AreOneErrorAndNothingIsWritten(string constraints, string? statistics, string expected)
    {
        _folder.Write("wrong/constraints.json", constraints);
        if (statistics is not null)
        {
            _folder.Write("wrong/statistics.json", statistics);
        }

        (await RunAsync("import", _folder.PathOf("wrong"), "--promote")).AssertConfigurationError(expected);
        Assert.False(Directory.Exists(Artifacts));
    }

    [Fact]
    public async Task Import_MonitorThatNamesAnotherColumn_IsRefused()
    {
        _folder.Write("churn.json", """{ "name": "churn", "endpoint": "e", "dataQuality": { "features": { "agee": {} } } }""");
        await BaselineAsync("first", Churn.Training(100));

        CommandRun run = await CommandRun.RunAsync(
            "baseline", "import", _folder.PathOf("first"), "--artifacts", Artifacts, "--monitor", _folder.PathOf("churn.json"));

        run.AssertConfigurationError("agee");
        Assert.False(Directory.Exists(Artifacts));
    }

    [Fact]
    public async Task Diff_OfVersionsAndOfFolders_IsTheSameAndOrderedByWeight()
    {
        string before = await ImportAsync("before", Churn.Training());
        string after = await ImportAsync("after", Churn.Training().Replace("plus", "pro", StringComparison.Ordinal));

        CommandRun versions = await RunAsync("diff", before, after, "--json");
        CommandRun folders = await CommandRun.RunAsync("baseline", "diff", _folder.PathOf("before"), _folder.PathOf("after"), "--json");
        CommandRun text = await RunAsync("diff", before, after);

        Assert.Equal((1, 1, 1), (versions.ExitCode, folders.ExitCode, text.ExitCode));
        text.AssertFits();
        JsonElement difference = JsonDocument.Parse(versions.Output).RootElement;
        Assert.Equal(before, difference.GetProperty("before").GetString());
        Assert.Equal(
            JsonDocument.Parse(folders.Output).RootElement.GetProperty("columns").GetRawText(), difference.GetProperty("columns").GetRawText());
        JsonElement plan = difference.GetProperty("columns")[0];
        Assert.Equal(("plan", true), (plan.GetProperty("name").GetString(), plan.GetProperty("breaking").GetBoolean()));
        Assert.True(plan.GetProperty("drift").GetProperty("drifted").GetBoolean());
        Assert.Equal(
            ["CategoryAdded", "CategoryRemoved"],
            plan.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("kind").GetString()!)
                .Where(kind => kind.StartsWith("Category", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        double[] weights = [.. difference.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("weight").GetDouble())];
        Assert.Equal(weights.OrderDescending(), weights);
        Assert.Contains("value \"pro\"", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OfAVersionWithItself_IsClean()
    {
        string version = await ImportAsync("first", Churn.Training(100), "--promote");

        CommandRun run = await RunAsync("diff", "current", version);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("✓ No difference.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongUsage_IsTold()
    {
        await ImportAsync("first", Churn.Training(100));
        (string[] Arguments, string Expected)[] mistakes =
        [
            (["promote", "2027"], "there is no version '2027'"),
            (["promote", "curent"], "did you mean current?"),
            (["promote", "current"], "there is no current version: too few were promoted so far"),
            (["rollback"], "no version was ever promoted"),
            (["import", _folder.PathOf("absent")], "there is no constraints.json in"),
            (["import", _folder.PathOf("first", "statistics.json")], "are statistics alone"),
        ];
        foreach ((string[] arguments, string expected) in mistakes)
        {
            (await RunAsync(arguments)).AssertConfigurationError(expected);
        }

        (await CommandRun.RunAsync("baseline", "list", "--artifacts", Artifacts, "--monitor", "chrun")).AssertConfigurationError("did you mean churn?");
        (await CommandRun.RunAsync("baseline", "list", "--artifacts", Artifacts, "--monitor", "../churn")).AssertConfigurationError("expected the name of a monitor");
        (await CommandRun.RunAsync("baseline", "diff", "a", "b", "--monitor", "churn")).AssertConfigurationError("both or neither");
        CommandRun missing = await CommandRun.RunAsync("baseline", "promote");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("Run 'modelmonitor baseline promote --help'", missing.Error, StringComparison.Ordinal);
    }

    private string Artifacts => _folder.PathOf("artifacts");

    private static string Text(CommandRun run, string name)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement.GetProperty(name).GetString()!;
    }

    private Task<CommandRun> RunAsync(string command, params string[] arguments) =>
        CommandRun.RunAsync(_time, ["baseline", command, .. arguments, "--artifacts", Artifacts, "--monitor", "churn"]);

    private Task<CommandRun> RunAsync(string[] arguments) => RunAsync(arguments[0], arguments[1..]);

    private async Task BaselineAsync(string name, string csv)
    {
        _folder.Write($"{name}.csv", csv);
        CommandRun run = await CommandRun.RunAsync("baseline", "--dataset", _folder.PathOf($"{name}.csv"), "--output", _folder.PathOf(name));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    private async Task<string> ImportAsync(string name, string csv, params string[] options)
    {
        await BaselineAsync(name, csv);
        _time.Advance(TimeSpan.FromHours(1));
        return Text(await RunAsync("import", [_folder.PathOf(name), .. options, "--json"]), "version");
    }
}
