using System.Globalization;
using System.Text.Json;
using ModelMonitor.Bias;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Bias;

/// <summary>The public notebook on monitoring bias of an endpoint: its datasets, its model, and what it gives as ground truth.</summary>
internal static class AdultBias
{
    public const string Columns =
        "Age,Workclass,fnlwgt,Education,Education-Num,Marital Status,Occupation,Relationship,Ethnic group,Sex,Capital Gain,Capital Loss,Hours per week,Country,Target,Predicted";

    /// <summary>python3 -c "import random; [(random.seed(i), print(int(random.random() &lt; 0.7), end='')) for i in range(334)]"</summary>
    private const string GroundTruth =
        "010111011111111011110100010111111111111111111101111101010111110111110101110110011111" +
        "010111111010111111100001110011100100111100110111111111110110101111000011111111111111" +
        "010011011000111110110110110111111101111111111111001101011011010011111101011001010111" +
        "0111111111101001010101101001111011110011011011111101111111101111111111001110100011";

    public static BiasOptions Options(Compatibility compatibility) => new()
    {
        Label = "Target",
        LabelValues = ["1"],
        Facets = [new FacetOptions("Sex", ["0"])],
        GroupVariable = "Age",
        PredictedLabel = "Predicted",
        Compatibility = compatibility,
    };

    public static BiasState Baseline(Compatibility compatibility) =>
        RowText.State(Options(compatibility), Columns, Rows("validation-dataset.jsonl"));

    /// <summary>The endpoint's traffic, in which each record occurs ten times.</summary>
    public static IEnumerable<string> Traffic() => Enumerable.Repeat(Rows("test-dataset.jsonl"), 10).SelectMany(rows => rows);

    /// <summary>The rows of a file of the notebook, in the order of <see cref="Columns"/>.</summary>
    public static List<string> Rows(string file)
    {
        using JsonDocument model = JsonDocument.Parse(File.ReadAllBytes(Conformance.PathOf("adult-bias", "linear-learner-model.json")));
        double[] weights = [.. model.RootElement.GetProperty("weights").EnumerateArray().Select(weight => weight.GetDouble())];
        double bias = model.RootElement.GetProperty("bias").GetDouble();
        double threshold = model.RootElement.GetProperty("threshold").GetDouble();
        List<string> rows = [];
        foreach (string line in File.ReadLines(Conformance.PathOf("adult-bias", file)))
        {
            using JsonDocument record = JsonDocument.Parse(line);
            double[] features = [.. record.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetDouble())];
            double score = 1.0 / (1.0 + Math.Exp(-(features.Zip(weights, (feature, weight) => feature * weight).Sum() + bias)));
            string label = record.RootElement.TryGetProperty("label", out JsonElement known) ? known.GetRawText() : $"{GroundTruth[rows.Count]}";
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', features)},{label},{(score >= threshold ? 1 : 0)}"));
        }

        return rows;
    }
}
