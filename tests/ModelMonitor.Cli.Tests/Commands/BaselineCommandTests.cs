using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class BaselineCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.PathOf("baseline");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Baseline_Csv_WritesBothFilesAndShowsTheColumns()
    {
        CommandRun run = await RunAsync(_folder.Write("train.csv", "age,plan\n30,basic\n40,plus\n,plus\n20,plus\n"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        Assert.Contains("Baseline of 4 rows and 2 columns.", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"age +Integral +75 % +3 +20 +30 +40\n", run.Output.ReplaceLineEndings("\n"));
        Assert.Matches(@"plan +String +100 % +2 +plus 75 %, basic 25 %\n", run.Output.ReplaceLineEndings("\n"));
        Assert.Equal(["constraints.json", "statistics.json"], Files());
    }

    [Theory]
    [InlineData("train.csv", "--no-header", "1,2\n3,4\n", "_c0")]
    [InlineData("train.jsonl", null, "{\"a\":1}\n{\"a\":2}\n", "a")]
    [InlineData("train.txt", "--format=jsonl", "{\"a\":1}\n", "a")]
    [InlineData("train.txt", "--format=CSV", "a\n1\n", "a")]
    public async Task Baseline_Formats_AreReadAsAskedOrAsNamed(string name, string? option, string content, string column)
    {
        string file = _folder.Write(name, content);
        CommandRun run = await (option is null ? RunAsync(file, "--json") : RunAsync(file, "--json", option));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(column, document.RootElement.GetProperty("features")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("", "a,b\n1,2\n", "a")]
    [InlineData(""", "dataset": { "format": { "csv": { "header": false } } } """, "1,2\n3,4\n", "_c0")]
    public async Task Baseline_Monitor_SaysHowTheDatasetIsStored(string section, string content, string column)
    {
        string monitor = _folder.Write("monitor.json", $$"""{ "name": "m", "endpoint": "e", "dataQuality": {}{{section}} }""");

        CommandRun run = await RunAsync(_folder.Write("train.csv", content), "--json", "--monitor", monitor);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(column, document.RootElement.GetProperty("features")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Baseline_ManyColumns_ShowsThirtyAndCountsTheRest()
    {
        string header = string.Join(',', Enumerable.Range(0, 71).Select(i => $"column{i}"));
        string row = string.Join(',', Enumerable.Range(0, 71));

        CommandRun run = await RunAsync(_folder.Write("train.csv", $"{header}\n{row}\n"));

        Assert.Contains("… and 41 more; see statistics.json", run.Output, StringComparison.Ordinal);
        Assert.Contains("column29 ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("column30 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_HostileNames_AreShownAsTextAndFit()
    {
        string name = "[red]\u001b[31m" + new string('長', 90);

        CommandRun run = await RunAsync(_folder.Write("train.csv", $"{name},b\n[bold]x\u0007,\u202eevil\n"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        Assert.Contains("[red]·[31m長", run.Output, StringComparison.Ordinal);
        Assert.Contains("[bold]x· 100 %", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\u202e', run.Output);
    }

    [Fact]
    public async Task Baseline_UnreadableRows_AreCountedAndShown()
    {
        CommandRun run = await RunAsync(_folder.Write("train.jsonl", "{\"a\":1}\nnot json\n{\"a\":2}\n"));

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"unreadable +1\n +train\.jsonl:2\n", run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Baseline_Json_HasRowsSamplesAndFiles()
    {
        CommandRun run = await RunAsync(_folder.Write("train.jsonl", "{\"a\":1}\nnot json\n"), "--json");

        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal(1, root.GetProperty("rows").GetInt64());
        Assert.Equal(2, root.GetProperty("unreadableSamples")[0].GetProperty("line").GetInt64());
        Assert.True(File.Exists(root.GetProperty("statistics").GetString()));
        Assert.True(File.Exists(root.GetProperty("constraints").GetString()));
    }

    [Fact]
    public async Task Baseline_OfBiasWithAMisspeltLabel_SaysWhichMetricsItLacks()
    {
        string monitor = WriteBias(label: "lable", facet: "sex");
        string data = _folder.Write("train.csv", "sex,label,p\nf,1,0.9\nm,0,0.2\n");

        CommandRun run = await RunAsync(data, "--monitor", monitor);
        CommandRun json = await RunAsync(data, "--monitor", monitor, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        const string Remark = "sex has no DPL: Label column lable is not present in the dataset.";
        Assert.Contains(Remark, run.Output, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(json.Output);
        Assert.Equal(Remark, Assert.Single(document.RootElement.GetProperty("remarks").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Baseline_OfBiasWithAMisspeltFacet_IsAConfigurationError()
    {
        CommandRun run = await RunAsync(
            _folder.Write("train.csv", "sex,label,p\nf,1,0.9\nm,0,0.2\n"), "--monitor", WriteBias(label: "label", facet: "sexx"));

        run.AssertConfigurationError("Facet column sexx is not present in the dataset");
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("empty.csv", "", "the dataset has no rows")]
    [InlineData("header.csv", "a,b\n", "the dataset has no rows")]
    [InlineData("broken.jsonl", "nope\n", "not a single row could be read as JSON Lines; first, broken.jsonl:1")]
    [InlineData("data.xyz", "a\n1\n", "the name 'data.xyz' does not tell the format; give --format csv, jsonl or parquet.")]
    public async Task Baseline_NothingToRead_IsAConfigurationError(string name, string content, string expected)
    {
        CommandRun run = await RunAsync(_folder.Write(name, content));

        run.AssertConfigurationError(expected);
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("--dataset absent.csv --output OUT", "--dataset: there is no file or folder 'absent.csv'; check the path.")]
    [InlineData("--dataset FOLDER/empty --output OUT", "there is no file here")]
    [InlineData("--dataset FILE --output FILE", "is not a folder")]
    [InlineData("--dataset FOLDER --output FOLDER/sub", "is in the folder of --dataset")]
    [InlineData("--dataset FILE --output OUT --monitor absent.json", "--monitor: there is no file 'absent.json'")]
    [InlineData("--dataset FILE --output OUT --monitor FILE", "line 1: $")]
    [InlineData("--dataset FILE --output OUT --format jsonl --no-header", "--no-header: only CSV has a header")]
    [InlineData("--dataset FILE --output OUT --format jsnl", "--format: expected csv, jsonl or parquet, found 'jsnl'; did you mean jsonl?")]
    [InlineData("--dataset FILE --output OUT --kind fairness", "--kind: expected data-quality, model-quality, bias or attribution, found 'fairness'")]
    [InlineData("--dataset FILE --output OUT --threads 0", "--threads: expected 1 to 64, found 0")]
    [InlineData("--dataset FILE --output OUT --threads many", "many")]
    [InlineData("--output OUT", "'--dataset' is required")]
    public async Task Baseline_WrongArguments_AreConfigurationErrors(string arguments, string expected)
    {
        string file = _folder.Write("data/train.csv", "a\n1\n");
        Directory.CreateDirectory(_folder.PathOf("data", "empty"));
        string folder = Path.GetDirectoryName(file)!;

        CommandRun run = await CommandRun.RunAsync(
            ["baseline", .. arguments.Split(' ').Select(word => word
                .Replace("FILE", file, StringComparison.Ordinal)
                .Replace("FOLDER", folder, StringComparison.Ordinal)
                .Replace("OUT", Output, StringComparison.Ordinal))]);

        run.AssertConfigurationError(expected);
        Assert.False(Directory.Exists(Output));
        Assert.Equal("train.csv", Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName)));
    }

    [Fact]
    public async Task Baseline_Cancelled_IsInterruptedAndWritesNothing()
    {
        string file = _folder.Write("train.csv", Churn.Training());

        CommandRun run = await CommandRun.RunAsync(
            terminal => CommandLine.Create(terminal, TimeProvider.System, Invocation.OfTool),
            ["baseline", "--dataset", file, "--output", Output],
            new CancellationToken(canceled: true));

        Assert.Equal((130, ""), (run.ExitCode, run.Output));
        Assert.False(Directory.Exists(Output));
    }

    private string WriteBias(string label, string facet) => _folder.Write("monitor.json", $$"""
        { "name": "m", "endpoint": "e", "bias": { "label": "{{label}}", "positiveLabels": ["1"], "probability": "p",
          "facets": [{ "name": "{{facet}}", "values": ["f"] }], "metrics": ["DI", "DPL"] } }
        """);

    private Task<CommandRun> RunAsync(string dataset, params string[] options) =>
        CommandRun.RunAsync(["baseline", "--dataset", dataset, "--output", Output, .. options]);

    private IEnumerable<string?> Files() => Directory.EnumerateFileSystemEntries(Output).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
