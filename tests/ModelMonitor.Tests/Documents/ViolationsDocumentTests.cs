using System.Text;
using ModelMonitor.Documents;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Documents;

public sealed class ViolationsDocumentTests
{
    internal const string Two =
        """
        {
          "violations" : [ {
            "feature_name" : "fare_amount",
            "constraint_check_type" : "data_type_check",
            "description" : "Value: 0.4994994994994995 does not meet the constraint requirement! "
          }, {
            "feature_name" : "Missing columns",
            "constraint_check_type" : "missing_column_check",
            "description" : "There are missing columns in current dataset."
          } ]
        }
        """;

    [Fact]
    public void ToUtf8_DocumentRead_IsTheSameBytes() => Assert.Equal(Two, Rewrite(Two));

    [Fact]
    public void ToUtf8_NoViolations_IsAnEmptyArray() =>
        Assert.Equal("{\n  \"violations\" : [ ]\n}", Encoding.UTF8.GetString(new ViolationsDocument([]).ToUtf8()));

    [Fact]
    public void Read_ViolationWithoutFeature_SaysWhere()
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(
            () => Rewrite(Two.Replace("\"feature_name\" : \"fare_amount\",", string.Empty, StringComparison.Ordinal)));

        Assert.Equal("violations.json: $.violations[0].feature_name: expected a value, found none", error.Message);
    }

    [ConformanceFact]
    public void ToUtf8_SageMakersFileRead_IsTheSameBytes()
    {
        string text = File.ReadAllText(Conformance.PathOf("sdk-monitor", "constraint_violations.json"));

        Assert.Equal(text.TrimEnd('\n'), Rewrite(text));
    }

    private static string Rewrite(string json) =>
        Encoding.UTF8.GetString(ViolationsDocument.Read("violations.json", Encoding.UTF8.GetBytes(json)).ToUtf8());
}
