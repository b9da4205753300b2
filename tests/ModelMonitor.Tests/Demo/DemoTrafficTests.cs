using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelMonitor.Demo;

namespace ModelMonitor.Tests.Demo;

public sealed class DemoTrafficTests(DemoFiles files) : IClassFixture<DemoFiles>
{
    private const double Threshold = 0.1;

    [Fact]
    public async Task Write_SameSeed_GivesTheSameBytes()
    {
        ObjectCollector again = new();
        await DemoDataset.WriteAsync(again, "training.csv", files.Scenario);
        await DemoTraffic.WriteAsync(again, "capture/", files.Scenario);

        Assert.Equal(files.Objects.Keys, again.Objects.Keys);
        Assert.All(again.Objects, item => Assert.Equal(files.Objects[item.Key], item.Value));
    }

    [Fact]
    public async Task Write_AnotherSeed_GivesOtherFiles()
    {
        ObjectCollector other = new();
        await DemoTraffic.WriteAsync(other, "capture/", files.Scenario with { Seed = 1 });

        Assert.Empty(other.Objects.Keys.Intersect(files.Objects.Keys));
    }

    [Fact]
    public void Write_Keys_FollowTheLayoutOfDataCapture()
    {
        Regex key = new(@"^capture/churn-demo/AllTraffic/\d{4}/\d\d/\d\d/\d\d/\d\d-\d\d-\d{3}-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.jsonl$");
        string[] keys = [.. files.Objects.Keys.Where(name => name.StartsWith("capture/", StringComparison.Ordinal))];

        Assert.Equal(8 * 12, keys.Length);
        Assert.All(keys, name => Assert.Matches(key, name));
        Assert.Equal(8, keys.Select(name => name[..name.LastIndexOf('/')]).Distinct().Count());
    }

    [Fact]
    public void Write_Lines_HaveTheKeysOfRealOnesInOrder()
    {
        for (int hour = 0; hour < 8; hour++)
        {
            DateTimeOffset start = DemoFiles.FirstHour.AddHours(hour);
            DateTimeOffset last = start;
            int events = 0;
            foreach (string line in files.LinesOf(hour).Where(line => line.EndsWith('}')))
            {
                using JsonDocument json = JsonDocument.Parse(line);
                Assert.Equal(["captureData", "eventMetadata", "eventVersion"], Names(json.RootElement));
                JsonElement data = json.RootElement.GetProperty("captureData");
                Assert.Equal(["endpointInput", "endpointOutput"], Names(data));
                Assert.Equal(["observedContentType", "mode", "data", "encoding"], Names(data.GetProperty("endpointInput")));
                Assert.Equal(["observedContentType", "mode", "data", "encoding"], Names(data.GetProperty("endpointOutput")));
                JsonElement metadata = json.RootElement.GetProperty("eventMetadata");
                Assert.Equal(["eventId", "inferenceId", "inferenceTime"], Names(metadata));
                DateTimeOffset time = DateTimeOffset.ParseExact(
                    metadata.GetProperty("inferenceTime").GetString()!, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
                Assert.InRange(time, last, start.AddHours(1).AddSeconds(-1));
                last = time;
                events++;
            }

            Assert.Equal(1_500, events);
        }
    }

    [Fact]
    public void Write_OneHour_HasTwoLinesThatCannotBeRead()
    {
        int[] unreadable = [.. Enumerable.Range(0, 8).Select(hour => files.LinesOf(hour).Count(line => !line.EndsWith('}')))];

        Assert.Equal([0, 0, 2, 0, 0, 0, 0, 0], unreadable);
    }

    [Fact]
    public void Write_SomeEvents_BearSeveralRows() => Assert.InRange(files.RowsOf(0).Count, 1_530, 1_620);

    [Fact]
    public void Write_TrainingSet_HasAHeaderAndCellsOfStableTypes()
    {
        Assert.Equal(
            "churn_probability,account_length,state,plan,international_plan,day_mins,day_calls,eve_mins,eve_calls,intl_mins,customer_service_calls,monthly_charge,days_since_last_call",
            files.Training[0]);
        Assert.Equal(5_001, files.Training.Length);
        Regex row = new(@"^0\.\d{6},\d+,[A-Z]{2},(basic|plus|family|business),(yes|no),\d+\.\d,\d+,\d+\.\d,\d+,\d+\.\d,\d+,\d+\.\d\d,\d*$");
        Assert.All(files.Training[1..], line => Assert.Matches(row, line));
        Assert.All(files.RowsOf(7), cells => Assert.Matches(row, string.Join(',', cells)));
    }

    [Fact]
    public void Write_DayMinutes_GrowFromTheFifthHourOn()
    {
        double[] means = [.. Enumerable.Range(0, 8).Select(hour => files.RowsOf(hour).Average(cells => double.Parse(cells[5], CultureInfo.InvariantCulture)))];

        Assert.All(means[..4], mean => Assert.InRange(mean, 175, 185));
        for (int hour = 4; hour < 8; hour++)
        {
            Assert.InRange(means[hour] - (216 + 15 * (hour - 4)), -5, 5);
        }
    }

    [Fact]
    public void Write_CleanHours_StayWithinSageMakersThresholds()
    {
        for (int hour = 0; hour < 4; hour++)
        {
            List<string[]> rows = files.RowsOf(hour);
            for (int column = 0; column < DemoDataset.ColumnNames.Count; column++)
            {
                Assert.Equal(0.0, DistanceFromTraining(rows, column));
            }

            Assert.True(Completeness(rows) > Completeness(files.TrainingRows));
        }
    }

    [Fact]
    public void Write_DriftedHours_PassTheThresholdInTwoFeaturesOnly()
    {
        for (int hour = 4; hour < 8; hour++)
        {
            List<string[]> rows = files.RowsOf(hour);
            string[] drifted = [.. DemoDataset.ColumnNames.Where((_, column) => DistanceFromTraining(rows, column) > Threshold)];

            Assert.Equal(DemoScenario.DriftingFeatures, drifted);
            Assert.True(Completeness(rows) > Completeness(files.TrainingRows));
        }
    }

    [Fact]
    public void WriteCaptureLines_AnyLength_GivesLinesOfTwentyOneCells()
    {
        using MemoryStream stream = new();
        SyntheticTraffic.WriteCaptureLines(stream, 2_000, seed: 5, DemoFiles.FirstHour);
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');

        Assert.Equal(2_000, lines.Length);
        Assert.All(lines, line =>
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement data = json.RootElement.GetProperty("captureData");
            string output = data.GetProperty("endpointOutput").GetProperty("data").GetString()!;
            string input = data.GetProperty("endpointInput").GetProperty("data").GetString()!;
            Assert.Equal(SyntheticTraffic.ColumnNames.Count, $"{output},{input}".Split(',').Length);
        });
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static double Completeness(List<string[]> rows) => rows.Count(cells => cells[^1].Length > 0) / (double)rows.Count;

    /// <summary>
    /// SageMaker's robust distance without sketches: the largest difference of the empirical distributions
    /// (of the shares, for categories), less 1.8 √((n + m) / nm), not below 0.
    /// </summary>
    private double DistanceFromTraining(List<string[]> rows, int column)
    {
        string[] reference = [.. files.TrainingRows.Select(cells => cells[column]).Where(cell => cell.Length > 0)];
        string[] current = [.. rows.Select(cells => cells[column]).Where(cell => cell.Length > 0)];
        double largest = char.IsAsciiLetter(reference[0][0]) ? LargestShareDifference(reference, current) : LargestRankDifference(reference, current);
        double n = reference.Length;
        double m = current.Length;
        return Math.Max(0.0, largest - 1.8 * Math.Sqrt((n + m) / (n * m)));
    }

    private static double LargestShareDifference(string[] reference, string[] current) => reference.Union(current).Max(value =>
        Math.Abs(reference.Count(cell => cell == value) / (double)reference.Length - current.Count(cell => cell == value) / (double)current.Length));

    private static double LargestRankDifference(string[] reference, string[] current)
    {
        double[] first = [.. reference.Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).Order()];
        double[] second = [.. current.Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).Order()];
        double largest = 0.0;
        int i = 0;
        int j = 0;
        while (i < first.Length && j < second.Length)
        {
            double value = Math.Min(first[i], second[j]);
            while (i < first.Length && first[i] <= value)
            {
                i++;
            }

            while (j < second.Length && second[j] <= value)
            {
                j++;
            }

            largest = Math.Max(largest, Math.Abs(i / (double)first.Length - j / (double)second.Length));
        }

        return largest;
    }
}
