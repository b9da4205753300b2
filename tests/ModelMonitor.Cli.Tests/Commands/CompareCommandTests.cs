using System.Text.Json;
using ModelMonitor.Testing;

namespace ModelMonitor.Cli.Tests.Commands;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Compare_UnknownColumnBesideHostileNames_ShortensAndCleansThem()
    {
        string dataset = _folder.Write("hostile.csv", $"\u001b[31mred,{new string('n', 1_000)}\n1,2\n");

        CommandRun run = await CommandRun.RunAsync("compare", "--reference", dataset, "--current", dataset, "--column", "price");

        run.AssertConfigurationError("there is no column 'price'; the first are '·[31mred', 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…'.");
    }

    [Fact]
    public async Task Compare_SameData_IsClean()
    {
        string file = _folder.Write("a.csv", Churn.Training());

        CommandRun run = await CompareAsync(file, file);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        run.AssertFits();
        Assert.StartsWith("✓ No drift in 3 columns.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_CapturesWithTrainingSet_TakesItsNamesAndFindsTheDrift()
    {
        CommandRun run = await CompareAsync(
            _folder.Write("a.csv", Churn.Training()), _folder.Write("b.jsonl", Churn.Drifted(Churn.Ten)));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("✗ 1 of 3 columns drifted.", run.Output, StringComparison.Ordinal);
        Assert.Matches("age +0\\.[0-9]{3} +█+┊█+ +Integral +44\\.5 → 84\\.5", run.Output); // 20 + i·7 mod 50 is every age from 20 to 69.
    }

    [Fact]
    public async Task Compare_CapturesAsReference_TakesTheNamesOfTheCurrentData()
    {
        CommandRun run = await CompareAsync(
            _folder.Write("b.jsonl", Churn.Drifted(Churn.Ten)), _folder.Write("a.csv", Churn.Training()));
        Assert.StartsWith("✗ 1 of 3 columns drifted.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_BaselineFolderAndStatisticsFile_AreRead()
    {
        string dataset = _folder.Write("a.csv", Churn.Training());
        await CommandRun.RunAsync("baseline", "--dataset", dataset, "--output", _folder.PathOf("base"));

        CommandRun folder = await CompareAsync(_folder.PathOf("base"), dataset);
        CommandRun file = await CompareAsync(_folder.PathOf("base", "statistics.json"), _folder.PathOf("base"));

        Assert.Equal((0, "", 0, ""), (folder.ExitCode, folder.Error, file.ExitCode, file.Error));
    }

    [Fact]
    public async Task Compare_MethodOfTheCatalogue_HasItsNumbersOfDataAndOfStatistics()
    {
        string before = _folder.Write("a.csv", "age\n" + Repeat("1\n2\n3\n4\n", 100));
        string now = _folder.Write("b.csv", "age\n" + Repeat("2\n3\n4\n5\n", 100));
        await CommandRun.RunAsync("baseline", "--dataset", before, "--output", _folder.PathOf("before"));
        await CommandRun.RunAsync("baseline", "--dataset", now, "--output", _folder.PathOf("now"));

        CommandRun data = await CompareAsync(before, now, "--method", "ks", "--json");
        CommandRun statistics = await CompareAsync(
            _folder.PathOf("before", "statistics.json"), _folder.PathOf("now", "statistics.json"), "--method", "ks", "--json");

        Assert.Equal((1, 1), (data.ExitCode, statistics.ExitCode));
        JsonElement measured = JsonDocument.Parse(data.Output).RootElement.GetProperty("columns")[0].GetProperty("measurements")[0];
        Assert.Equal(("ks", 0.25, 0.25), (
            measured.GetProperty("method").GetString(), measured.GetProperty("statistic").GetDouble(), measured.GetProperty("effect").GetDouble()));
        Assert.InRange(measured.GetProperty("pValue").GetDouble(), 1e-12, 1e-10);
        Assert.Equal(
            measured.ToString(),
            JsonDocument.Parse(statistics.Output).RootElement.GetProperty("columns")[0].GetProperty("measurements")[0].ToString());
    }

    [Fact]
    public async Task Compare_Auto_TellsWhyAndFitsTheScreen()
    {
        string file = _folder.Write("a.csv", Churn.Training());

        CommandRun table = await CompareAsync(file, file, "--method", "auto");
        CommandRun json = await CompareAsync(file, file, "--method", "auto", "--json");

        Assert.Equal(0, table.ExitCode);
        table.AssertFits();
        JsonElement first = JsonDocument.Parse(json.Output).RootElement.GetProperty("columns")[0].GetProperty("measurements")[0];
        Assert.False(string.IsNullOrEmpty(first.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Compare_AllMethods_HasOneResultForEach()
    {
        // 500 and 500 against 800 and 200: shares differ by 0.3; robust: 0.3 - 1.8·√(2000 / 1000000) = 0.2195.
        string before = _folder.Write("a.csv", "plan\n" + Repeat("basic\n", 500) + Repeat("plus\n", 500));
        string now = _folder.Write("b.csv", "plan\n" + Repeat("basic\n", 800) + Repeat("plus\n", 200));

        CommandRun run = await CompareAsync(before, now, "--method", "all", "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement[] results = [.. document.RootElement.GetProperty("columns")[0].GetProperty("results").EnumerateArray()];
        Assert.Equal(["Robust", "Simple", "ChiSquared"], results.Select(result => result.GetProperty("method").GetString()));
        Assert.Equal(0.2195, results[0].GetProperty("distance").GetDouble(), 4);
        Assert.Equal(0.3, results[1].GetProperty("distance").GetDouble(), 12);
        Assert.InRange(results[2].GetProperty("distance").GetDouble(), 0.0, 1e-50); // χ² = 360 with one degree of freedom.
        Assert.All(results, result => Assert.True(result.GetProperty("violated").GetBoolean()));
    }

    [Fact]
    public async Task Compare_ChiSquaredOfNumbers_SaysWhyThereIsNone()
    {
        string file = _folder.Write("a.csv", Churn.Training());

        CommandRun run = await CompareAsync(file, file, "--method", "chi-squared", "--column", "age");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("The chi-squared test is of categories.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ColumnsOfOneSideOnly_AreNamed()
    {
        CommandRun run = await CompareAsync(_folder.Write("a.csv", "a,b\n1,2\n"), _folder.Write("b.csv", "b,[c]\n2,3\n"));

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("only reference +a\n", run.Output.ReplaceLineEndings("\n"));
        Assert.Matches(@"only current +\[c\]", run.Output);
    }

    [Fact]
    public async Task Compare_ManyColumnsOfLongNames_Fit()
    {
        string names = string.Join(',', Enumerable.Range(0, 50).Select(i => $"a_rather_long_name_of_a_column_of_no_importance_{i}"));
        string file = _folder.Write("a.csv", names + "\n" + string.Join(',', Enumerable.Repeat("123456.789", 50)) + "\n");

        CommandRun run = await CompareAsync(file, file, "--method", "all");

        run.AssertFits();
        Assert.Contains("… and 10 more; see them with --json", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FILE FILE --column aeg", "--column: there is no column 'aeg'; did you mean 'age'?")]
    [InlineData("FILE FILE --column zzzzzzzzzz", "the first are 'score', 'age', 'plan'")]
    [InlineData("FILE FILE --method robst", "--method: expected robust, simple, chi-squared, all, auto or a drift method of docs/drift-methods.md, found 'robst'; did you mean robust?")]
    [InlineData("absent FILE", "--reference: there is no file or folder 'absent'")]
    [InlineData("FILE absent", "--current: there is no file or folder 'absent'")]
    [InlineData("FILE ROOT/empty.csv", "there are no rows")]
    [InlineData("FILE ROOT/other.csv", "no column is in both: the reference has 'score', 'age', 'plan', the current data have 'x'.")]
    [InlineData("FILE ROOT/other.csv --column x", "'x' is only in the current data")]
    [InlineData("ROOT/statistics.json FILE", "statistics.json: ")]
    [InlineData("FILE ROOT/unnamed", "does not tell the format")]
    public async Task Compare_WrongArguments_AreConfigurationErrors(string arguments, string expected)
    {
        string file = _folder.Write("a.csv", Churn.Training());
        _folder.Write("empty.csv", "");
        _folder.Write("other.csv", "x\n1\n");
        _folder.Write("statistics.json", "[]");
        _folder.Write("unnamed", "x\n1\n");
        string[] words =
        [
            .. arguments.Split(' ').Select(word => word
                .Replace("FILE", file, StringComparison.Ordinal)
                .Replace("ROOT", _folder.Root, StringComparison.Ordinal)),
        ];

        CommandRun run = await CompareAsync(words[0], words[1], words[2..]);

        run.AssertConfigurationError(expected);
    }

    private static Task<CommandRun> CompareAsync(string reference, string current, params string[] options) =>
        CommandRun.RunAsync(["compare", "--reference", reference, "--current", current, .. options]);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
