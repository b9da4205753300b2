using System.Text;
using ModelMonitor.Bias;
using ModelMonitor.Documents;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Bias;

public sealed class AnalysisDocumentTests
{
    [ConformanceFact]
    public void ReadAndWrite_OfClarifysOwnFiles_ChangesNoByte()
    {
        foreach (string[] path in new string[][]
        {
            ["sdk-clarify-check", "data_bias", "good_cases", "analysis.json"],
            ["sdk-clarify-check", "data_bias", "bad_cases", "analysis.json"],
            ["adult-explainability", "expected", "baseline-analysis.json-batch.json"],
            ["adult-explainability", "expected", "baseline-analysis.jsonlines-endpoint.json"],
        })
        {
            // The SDK's files are made by hand: numbers below 0.0001 without the exponent that Python writes.
            string file = File.ReadAllText(Conformance.PathOf(path)).TrimEnd().Replace("0.000007906602254496", "7.906602254496e-06", StringComparison.Ordinal);
            Assert.Equal(file, Encoding.UTF8.GetString(AnalysisDocument.Read(path[^1], Encoding.UTF8.GetBytes(file)).ToUtf8()));
        }
    }

    [ConformanceFact]
    public void ReadAndWrite_OfHandmadeFiles_KeepsWhatIsMonitored()
    {
        foreach (string name in new[] { "clarify_bias.json", "clarify_explanability.json" })
        {
            byte[] once = AnalysisDocument.Read(name, File.ReadAllBytes(Conformance.PathOf("sdk-model-card", name))).ToUtf8();
            Assert.Equal(once, AnalysisDocument.Read(name, once).ToUtf8());
        }

        AnalysisDocument card = AnalysisDocument.Read("card", File.ReadAllBytes(Conformance.PathOf("sdk-model-card", "clarify_bias.json")));
        Assert.Equal(["0", "1"], card.PostTraining!.Find("Gender").Select(facet => facet.ValueOrThreshold));
        AnalysisDocument explained = AnalysisDocument.Read(
            "card", File.ReadAllBytes(Conformance.PathOf("sdk-model-card", "clarify_explanability.json")));
        Assert.Equal(["label0", "label1"], explained.Attributions!.Select(label => label.Label));
        Assert.Equal(0.04632862084382646, explained.Attributions![0].Values[^1].Value);
    }

    [Fact]
    public void Write_OfInfinitiesAndErrors_WritesTextNullAndReason()
    {
        AnalysisDocument document = new()
        {
            PostTraining = new BiasSection("y", "1", [
                new FacetAnalysis("s", "0", [
                    new MetricAnalysis("DI", "Disparate Impact (DI)", double.NegativeInfinity),
                    new MetricAnalysis("FT", "Flip Test (FT)", null, "Facet set is empty"),
                ]),
            ]),
        };
        string text = Encoding.UTF8.GetString(document.ToUtf8());
        Assert.Contains("\"value\": \"-Infinity\"", text, StringComparison.Ordinal);
        Assert.Contains("\"value\": null,\n                            \"error\": \"Facet set is empty\"", text, StringComparison.Ordinal);
        Assert.Equal(document.ToUtf8(), AnalysisDocument.Read("a", document.ToUtf8()).ToUtf8());
    }

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("""{ "pre_training_bias_metrics": { "label": "y" } }""", "$.pre_training_bias_metrics.facets")]
    [InlineData("""{ "pre_training_bias_metrics": { "label": "y", "facets": { "s": [ { "value_or_threshold": "0", "metrics": [ { "name": "CI", "value": "much" } ] } ] } } }""", "$.pre_training_bias_metrics.facets.s[0].metrics[0].value")]
    [InlineData("""{ "explanations": { "kernel_shap": { "label0": {} } } }""", "$.explanations.kernel_shap.label0.global_shap_values")]
    public void Read_OfABadFile_NamesThePlace(string json, string path)
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(() => AnalysisDocument.Read("analysis.json", Encoding.UTF8.GetBytes(json)));
        Assert.StartsWith($"analysis.json: {path}: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(7.906602254496e-06, "7.906602254496e-06")]
    [InlineData(123456789012345680.0, "1.2345678901234568e+17")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(36.69387755102041, "36.69387755102041")]
    [InlineData(5e-324, "5e-324")]
    public void PythonDouble_OfNumbers_WritesThemAsPython(double value, string expected) =>
        Assert.Equal(expected, PythonDouble.ToString(value));
}
