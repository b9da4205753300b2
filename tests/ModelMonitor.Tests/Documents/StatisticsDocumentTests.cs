using System.Text;
using ModelMonitor.Documents;
using ModelMonitor.Statistics;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Documents;

public sealed class StatisticsDocumentTests
{
    /// <summary>A feature of each kind with every key there is.</summary>
    internal const string Newest =
        """
        {
          "version" : 0.0,
          "dataset" : {
            "item_count" : 3
          },
          "features" : [ {
            "name" : "Day Mins",
            "inferred_type" : "Fractional",
            "numerical_statistics" : {
              "common" : {
                "num_present" : 2,
                "num_missing" : 1
              },
              "mean" : 1.5,
              "sum" : 3.0,
              "std_dev" : 0.5,
              "min" : 1.0,
              "max" : 2.0,
              "approximate_num_distinct_values" : 2,
              "completeness" : 0.6666666666666666,
              "distribution" : {
                "kll" : {
                  "buckets" : [ {
                    "lower_bound" : 1.0,
                    "upper_bound" : 2.0,
                    "count" : 2.0
                  } ],
                  "sketch" : {
                    "parameters" : {
                      "c" : 0.64,
                      "k" : 2048.0
                    },
                    "data" : [ [ 2.0, 1.0 ], [ ] ]
                  }
                }
              }
            }
          }, {
            "name" : "state",
            "inferred_type" : "String",
            "string_statistics" : {
              "common" : {
                "num_present" : 3,
                "num_missing" : 0
              },
              "distinct_count" : 2.0,
              "completeness" : 1.0,
              "distribution" : {
                "categorical" : {
                  "buckets" : [ {
                    "value" : "New Mexico",
                    "count" : 2
                  }, {
                    "value" : "\"Ohio\"",
                    "count" : 1
                  } ]
                }
              }
            }
          }, {
            "name" : "empty",
            "inferred_type" : "Unknown",
            "string_statistics" : {
              "common" : {
                "num_present" : 0,
                "num_missing" : 3
              },
              "distinct_count" : 0.0,
              "completeness" : 0.0
            }
          } ]
        }
        """;

    [Fact]
    public void ToUtf8_DocumentRead_IsTheSameBytes() => Assert.Equal(Newest, Rewrite(Newest));

    [Fact]
    public void ToUtf8_CompactDocumentRead_IsPretty() =>
        Assert.Equal(Newest, Rewrite(string.Concat(Newest.Split('\n').Select(line => line.Trim().Replace(" : ", ":", StringComparison.Ordinal)))));

    [Fact]
    public void Read_EveryField_IsThere()
    {
        StatisticsDocument document = Read(Newest);

        Assert.Equal(3, document.ItemCount);
        NumericalStatistics numbers = document.Features[0].Numerical!;
        Assert.Equal((2, 1, 1.5, 3.0), (numbers.Present, numbers.Missing, numbers.Mean, numbers.Sum));
        Assert.Equal((0.5, 1.0, 2.0), (numbers.StandardDeviation, numbers.Minimum, numbers.Maximum));
        Assert.Equal((2L, 2.0 / 3.0), (numbers.ApproximateDistinctValues, numbers.Completeness));
        Assert.Equal([2.0, 1.0], numbers.Distribution!.Sketch!.Levels[0]);
        Assert.Equal(new CategoryCount("New Mexico", 2), document.Features[1].String!.Categories![0]);
        Assert.Equal(InferredType.Unknown, document.Features[2].InferredType);
        Assert.Null(document.Features[2].String!.Categories);
    }

    [Fact]
    public void Read_OldestHandMadeFile_IsRead()
    {
        StatisticsDocument document = Read(
            """
            {"version":0,"dataset":{"item_count":4,"extra":[]},"features":[
              {"name":"a","inferred_type":"Integral","numerical_statistics":{"common":{"num_present":4,"num_missing":0},
               "mean":1,"sum":4,"std_dev":0,"min":1,"max":1}}]}
            """);

        Assert.Null(document.Features[0].Numerical!.Distribution);
        Assert.Null(document.Features[0].Numerical!.Completeness);
        Assert.Equal(1.0, document.Features[0].Completeness);
    }

    [Theory]
    [InlineData("\"inferred_type\" : \"Fractional\"", "\"inferred_type\" : \"Float\"", "$.features[0].inferred_type: expected Unknown, String, Integral or Fractional, found \"Float\"")]
    [InlineData("\"inferred_type\" : \"Fractional\"", "\"inferred_type\" : 3", "$.features[0].inferred_type: expected Unknown, String, Integral or Fractional, found 3")]
    [InlineData("\"mean\" : 1.5", "\"mean\" : \"NaN\"", "$.features[0].numerical_statistics.mean: expected a number, found \"NaN\"")]
    [InlineData("\"std_dev\" : 0.5", "\"std_dev\" : -0.5", "$.features[0].numerical_statistics.std_dev: expected a number not below 0, found -0.5")]
    [InlineData("\"completeness\" : 1.0", "\"completeness\" : 1.5", "$.features[1].string_statistics.completeness: expected a number from 0 to 1, found 1.5")]
    [InlineData("\"item_count\" : 3", "\"item_count\" : -3", "$.dataset.item_count: expected a whole number, not negative, found -3")]
    [InlineData("[ 2.0, 1.0 ]", "[ 2.0, null ]", "$.features[0].numerical_statistics.distribution.kll.sketch.data[0][1]: expected a number, found null")]
    [InlineData("\"count\" : 2\n", "\"count\" : {}\n", "$.features[1].string_statistics.distribution.categorical.buckets[0].count: expected a whole number, not negative, found an object")]
    [InlineData("\"name\" : \"state\"", "\"name\" : \"Day Mins\"", "$.features[1].name: expected a name of its own (that of $.features[0].name is the same), found \"Day Mins\"")]
    [InlineData("\"features\"", "\"feature\"", "$.features: expected a value, found none")]
    public void Read_WrongValue_SaysWhereAndWhat(string right, string wrong, string expected)
    {
        string json = Newest.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Newest, json);

        ConfigurationException error = Assert.Throws<ConfigurationException>(() => Read(json));

        Assert.Equal($"statistics.json: {expected}", error.Message);
    }

    [Fact]
    public void Read_SketchOfTooManyLevels_IsRefused()
    {
        string json = Newest.Replace("[ ] ]", $"{string.Join(", ", Enumerable.Repeat("[ 1.0 ]", 60))} ]", StringComparison.Ordinal);

        ConfigurationException error = Assert.Throws<ConfigurationException>(() => Read(json));

        Assert.Contains("sketch.data: expected at most 40 levels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SketchOfMoreNumbersThanCountsHold_IsRefused()
    {
        // 200,000 items of weight 2^37 or more stand for over 2^54 numbers.
        string levels = string.Concat(Enumerable.Repeat("[ ], ", 36)) + $"[ {string.Join(", ", Enumerable.Repeat("1.0", 200_000))} ]";
        string json = Newest.Replace("[ ] ]", $"[ ], {levels} ]", StringComparison.Ordinal);

        ConfigurationException error = Assert.Throws<ConfigurationException>(() => Read(json));

        Assert.Contains(
            "sketch.data: expected items that stand for at most 9007199254740992 numbers", error.Message, StringComparison.Ordinal);
    }

    [ConformanceFact]
    public void ToUtf8_SageMakersFileRead_IsTheSameBytes()
    {
        string text = File.ReadAllText(Conformance.PathOf("sdk-quality-check", "data_quality", "statistics.json"));

        Assert.Equal(text, Rewrite(text));
    }

    [ConformanceFact]
    public void Read_HandMadeFileOf2019_IsRead()
    {
        StatisticsDocument document = StatisticsDocument.Read(
            "statistics.json", File.ReadAllBytes(Conformance.PathOf("sdk-monitor", "statistics.json")));

        Assert.Equal(418, document.Features[0].String!.Categories![0].Count);
    }

    internal static StatisticsDocument Read(string json) => StatisticsDocument.Read("statistics.json", Encoding.UTF8.GetBytes(json));

    private static string Rewrite(string json) => Encoding.UTF8.GetString(Read(json).ToUtf8());
}
