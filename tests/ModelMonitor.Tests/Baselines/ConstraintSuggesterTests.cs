using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Documents;
using ModelMonitor.Statistics;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Baselines;

public sealed class ConstraintSuggesterTests
{
    [ConformanceFact]
    public void Suggest_Churn_GivesSageMakersVeryBytes()
    {
        StatisticsDocument statistics = StatisticsBuilder.Build(
            CommaSeparated.ProfileWithHeader(Conformance.PathOf("churn", "training-dataset-with-header.csv")));

        Assert.Equal(
            File.ReadAllText(Conformance.PathOf("churn", "expected", "constraints.json")).TrimEnd('\n'),
            Encoding.UTF8.GetString(ConstraintSuggester.Suggest(statistics, newerFields: false).ToUtf8()));
    }

    [ConformanceFact]
    public void Suggest_FileWithoutHeader_GivesSageMakersVeryBytes()
    {
        StatisticsDocument statistics = StatisticsDocument.Read(
            "statistics.json", File.ReadAllBytes(Conformance.PathOf("sdk-quality-check", "data_quality", "statistics.json")));

        Assert.Equal(
            File.ReadAllText(Conformance.PathOf("sdk-quality-check", "data_quality", "good_cases", "constraints.json")),
            Encoding.UTF8.GetString(ConstraintSuggester.Suggest(statistics, newerFields: false).ToUtf8()));
    }

    [Fact]
    public void Suggest_EachKindOfColumn_DemandsWhatWasObserved()
    {
        ConstraintsDocument document = Suggest(["n", "d", "s", "u"], ["-1,0.5,a,", "2,,b,", "3,1.5,a,", "4,2,c,"]);

        Assert.Equal((InferredType.Integral, 1.0, false), (document.Features[0].InferredType, document.Features[0].Completeness, document.Features[0].IsNonNegative));
        Assert.Equal((InferredType.Fractional, 0.75, true), (document.Features[1].InferredType, document.Features[1].Completeness, document.Features[1].IsNonNegative));
        Assert.Equal(["a", "b", "c"], document.Features[2].Domains!);
        Assert.Null(document.Features[2].IsNonNegative);
        Assert.Equal((InferredType.Unknown, 0.0), (document.Features[3].InferredType, document.Features[3].Completeness));
        Assert.Null(document.Features[3].Domains);
    }

    [Fact]
    public void Suggest_ManyCategories_DemandsNoDomain() =>
        Assert.Null(Suggest(["s"], Enumerable.Range(0, 300).Select(i => $"value {i}")).Features[0].Domains);

    [Fact]
    public void Suggest_NewerFields_AddTheTwoKeysOnCategories()
    {
        string newer = Encoding.UTF8.GetString(Suggest(["n"], ["1"]).ToUtf8());

        Assert.EndsWith(
            """
                  "comparison_method" : "Robust",
                  "categorical_comparison_threshold" : 0.1,
                  "categorical_drift_method" : "LInfinity"
                }
              }
            }
            """,
            newer,
            StringComparison.Ordinal);
    }

    private static ConstraintsDocument Suggest(string[] columns, IEnumerable<string> lines) =>
        ConstraintSuggester.Suggest(StatisticsBuilder.Build(CommaSeparated.Profile(columns, lines)));
}
