using System.Text;
using System.Text.Json;
using ModelMonitor.Demo;

namespace ModelMonitor.Tests.Demo;

/// <summary>The demonstration's files, made once and taken apart.</summary>
public sealed class DemoFiles
{
    public static readonly DateTimeOffset FirstHour = new(2026, 3, 2, 22, 0, 0, TimeSpan.Zero);

    private readonly ObjectCollector _store = new();

    public DemoFiles()
    {
        Scenario = new DemoScenario(FirstHour);
        DemoDataset.WriteAsync(_store, "training.csv", Scenario).GetAwaiter().GetResult();
        DemoTraffic.WriteAsync(_store, "capture/", Scenario).GetAwaiter().GetResult();
        Training = Encoding.UTF8.GetString(Objects["training.csv"]).TrimEnd('\n').Split('\n');
        TrainingRows = [.. Training.Skip(1).Select(line => line.Split(','))];
    }

    public DemoScenario Scenario { get; }

    public IReadOnlyDictionary<string, byte[]> Objects => _store.Objects;

    public string[] Training { get; }

    public List<string[]> TrainingRows { get; }

    /// <summary>The lines of an hour's files, in order of their keys.</summary>
    public IEnumerable<string> LinesOf(int hour)
    {
        string folder = $"capture/churn-demo/AllTraffic/{FirstHour.AddHours(hour):yyyy/MM/dd/HH}/";
        return Objects.Where(item => item.Key.StartsWith(folder, StringComparison.Ordinal))
            .SelectMany(item => Encoding.UTF8.GetString(item.Value).TrimEnd('\n').Split('\n'));
    }

    /// <summary>The rows of an hour, prediction first; lines that are not JSON are left out.</summary>
    public List<string[]> RowsOf(int hour)
    {
        List<string[]> rows = [];
        foreach (string line in LinesOf(hour).Where(line => line.EndsWith('}')))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement data = json.RootElement.GetProperty("captureData");
            string[] input = data.GetProperty("endpointInput").GetProperty("data").GetString()!.Split('\n');
            string[] output = data.GetProperty("endpointOutput").GetProperty("data").GetString()!.Split('\n');
            Assert.Equal(input.Length, output.Length);
            rows.AddRange(input.Zip(output, (features, prediction) => $"{prediction},{features}".Split(',')));
        }

        return rows;
    }
}
