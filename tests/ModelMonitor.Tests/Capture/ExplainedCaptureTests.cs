using System.Text.Json;
using static ModelMonitor.Tests.Capture.CaptureLines;

namespace ModelMonitor.Tests.Capture;

/// <summary>Responses of Clarify's online explainability, by the schema of SageMaker's developer guide, clarify-online-explainability-invoke-endpoint.</summary>
public sealed class ExplainedCaptureTests
{
    [Fact]
    public void Read_OfSeveralRecords_GivesEachItsPredictionAndExplanation()
    {
        string response = Response("0.1\n0.9\n", List(Explanation("[0.5]", "[-0.25]"), Explanation("[1]", "[2e-3]")));
        Assert.Equal(
            [
                "p=0.1|a=1|b=2|explanations.kernel_shap.0.attribution.0=0.5|explanations.kernel_shap.1.attribution.0=-0.25",
                "p=0.9|a=3|b=4|explanations.kernel_shap.0.attribution.0=1|explanations.kernel_shap.1.attribution.0=0.002",
            ],
            Rows("1,2\n3,4", response));
    }

    [Fact]
    public void Read_OfARecordThatIsNotExplained_LeavesItsCellsEmpty()
    {
        Assert.Equal(
            ["p=0.1|a=1|b=2", "p=0.9|a=3|b=4|explanations.kernel_shap.0.attribution.0=1"],
            Rows("1,2\n3,4", Response("0.1\n0.9", List("null", Explanation("[1]")))));
        Assert.Equal(["p=0.1|a=1|b=2", "p=0.9|a=3|b=4"], Rows("1,2\n3,4", Response("0.1\n0.9", "{}")));
    }

    [Fact]
    public void Read_OfOneLineOfPredictions_GivesEachRecordOne() => Assert.Equal(
        ["p=0.1|a=1|b=2", "p=0.9|a=3|b=4"], Rows("1,2\n3,4", Response("0.1,0.9", List("null", "null"))));

    [Fact]
    public void Read_OfPredictionsInJsonLines_NamesTheirMembers() => Assert.Equal(
        ["label=no|scores.0=0.8|scores.1=0.2", "label=yes|scores.0=0.3|scores.1=0.7"],
        Read(Line(null, Response("{\"label\":\"no\",\"scores\":[0.8,0.2]}\n{\"label\":\"yes\",\"scores\":[0.3,0.7]}", List("null", "null"), "application/jsonlines"), "JSON")).Rows);

    [Fact]
    public void Read_OfHeadersAndTexts_NamesFeaturesAndAddsUpTheirParts()
    {
        const string Explained = """
            [{"feature_header":"caf\u00e9","feature_type":"text","attributions":[
               {"attribution":[0.25,-0.5],"description":{"partial_text":"good","start_idx":0}},
               {"attribution":[0.5,0.125],"description":{"partial_text":"tea","start_idx":5}}]}]
            """;
        Assert.Equal(
            ["explanations.kernel_shap.0.feature_header=café|explanations.kernel_shap.0.attribution.0=0.75|explanations.kernel_shap.0.attribution.1=-0.375"],
            Read(Line(null, Response("", List(Explained)), "JSON")).Rows);
    }

    [Theory]
    [InlineData("0.1", "[null,null]", "the response has 1 predictions, and explanations of 2 records")]
    [InlineData("0.1\n0.2\n0.3", "[null,null]", "the response has 3 predictions, and explanations of 2 records")]
    [InlineData("\"0.1", "[null]", "predictions.data: a quoted field is not closed")]
    [InlineData("{\"p\":", "[null]", "predictions.data: not JSON")]
    public void Read_OfPartsThatDoNotFit_IsUnreadableForThatReason(string data, string list, string reason) =>
        Assert.Contains(reason, Read(Line(null, Response(data, $$"""{"kernel_shap":{{list}}}"""), "JSON")).Fault, StringComparison.Ordinal);

    [Fact]
    public void Read_OfFewerExplanationsThanRecords_IsUnreadable() => Assert.Contains(
        "the input has 2 records, the output 1", Read(Line("1,2\n3,4", Response("", List("null")), "CSV", "JSON")).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("[1,\"x\",null,[],{}]", "")]
    [InlineData("[{\"attributions\":7},{\"attributions\":[1,{\"attribution\":3},{\"attribution\":[]}]}]", "")]
    [InlineData("[{\"attributions\":[{\"attribution\":[\"a\",null,{\"x\":[1]},[2],true,1]}]}]",
        "explanations.kernel_shap.0.attribution.0=NaN|explanations.kernel_shap.0.attribution.2=NaN|explanations.kernel_shap.0.attribution.3=NaN|"
        + "explanations.kernel_shap.0.attribution.4=NaN|explanations.kernel_shap.0.attribution.5=1")]
    [InlineData("[{\"attributions\":[{\"attribution\":[1e999]}],\"feature_header\":{\"x\":1}}]", "explanations.kernel_shap.0.attribution.0=Infinity")]
    [InlineData("[{\"feature_header\":\"\\ud800\",\"attributions\":[{\"attribution\":[1]}]}]", "explanations.kernel_shap.0.attribution.0=1")]
    [InlineData("{\"0\":1}", "")]
    public void Read_OfHostileExplanations_TakesWhatIsOne(string explanation, string row) =>
        Assert.Equal([row], Read(Line(null, Response("", List(explanation)), "JSON")).Rows);

    [Fact]
    public void Read_OfMoreLabelsThanAreFollowed_LeavesOutTheRest()
    {
        string row = Assert.Single(Read(Line(null, Response("", List(Explanation($"[{string.Join(',', Enumerable.Repeat("1", 1_001))}]"))), "JSON")).Rows);
        Assert.Contains("explanations.kernel_shap.0.attribution.999=1", row, StringComparison.Ordinal);
        Assert.DoesNotContain("attribution.1000", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"explanations":{"kernel_shap":{"a":1}},"p":2}""", "explanations.kernel_shap.a=1|p=2")]
    [InlineData("""{"explanations":"none","p":2}""", "explanations=none|p=2")]
    [InlineData("""{"explanations":{},"p":2}""", "p=2")]
    public void Read_OfWhatOnlyLooksLikeOne_TakesItsMembers(string response, string row) =>
        Assert.Equal([row], Read(Line(null, response, "JSON")).Rows);

    [Fact]
    public void Read_OfAnAnswerWithinAnAnswer_IsNotFollowed() => Assert.Equal(
        ["version=1.0|predictions.content_type=text/csv|predictions.data=0.5"],
        Read(Line(null, Response(Response("0.5", "{\"kernel_shap\":[]}"), "{}", "application/json"), "JSON")).Rows);

    private static List<string> Rows(string input, string response) =>
        Read(Line(input, response, "CSV", "JSON"), ["p", "a", "b"]).Rows;

    private static string Explanation(params string[] attributions) =>
        $"[{string.Join(',', attributions.Select(attribution => $$"""{"attributions":[{"attribution":{{attribution}}}]}"""))}]";

    private static string List(params string[] explanations) => $$"""{"kernel_shap":[{{string.Join(',', explanations)}}]}""";

    private static string Response(string data, string explanations, string contentType = "text/csv") =>
        $$"""{"version":"1.0","predictions":{"content_type":"{{contentType}}","data":{{JsonSerializer.Serialize(data)}}},"explanations":{{explanations}}}""";
}
