using ModelMonitor.Baselines;
using ModelMonitor.Constraints;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Constraints;

/// <summary>
/// The demonstration of Model Monitor by AWS: the endpoint is sent <c>test-dataset-input-cols.csv</c>, and the run
/// ends with 60 violations. Its predictions are not public; any probabilities give the same.
/// </summary>
public sealed class ChurnEvaluationTests
{
    [ConformanceFact]
    public void Evaluate_SageMaker_GivesItsSixtyViolations()
    {
        Evaluation evaluation = Evaluate(Compatibility.SageMaker);

        Assert.Equal(60, evaluation.Violations.Count);
        Assert.All(evaluation.Violations, violation => Assert.Equal("data_type_check", violation.CheckType));
        Assert.Equal("Churn", evaluation.Violations[0].FeatureName);
        Assert.Equal(
            "Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. "
            + "Observed: Only 0.0% of data is Integral.",
            evaluation.Violations[0].Description);

        // 333 of the 334 rows are whole.
        string expected = "Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. "
            + $"Observed: Only {JavaDouble.ToString(333.0 / 334.0 * 100.0)}% of data is Integral.";
        Assert.All(evaluation.Violations.Skip(1), violation => Assert.Equal(expected, violation.Description));
    }

    [ConformanceFact]
    public void Evaluate_SageMaker_FindsNoDriftInTheColumnsItCompares()
    {
        Evaluation evaluation = Evaluate(Compatibility.SageMaker);

        FeatureEvaluation[] compared = [.. evaluation.Features.Where(feature => feature.Drift.Distance is not null)];
        Assert.Equal(10, compared.Length); // 70 less the 60 whose type changed
        Assert.All(compared, feature => Assert.InRange(feature.Drift.Distance!.Value, 0.0, 0.03));
    }

    [ConformanceFact]
    public void Evaluate_Corrected_AlsoFindsThatPredictionsAreNoLabels()
    {
        Evaluation evaluation = Evaluate(Compatibility.Corrected);

        Assert.Equal(60, evaluation.Violations.Count(violation => violation.CheckType == CheckTypes.DataType));
        Violation drift = Assert.Single(evaluation.Violations, violation => violation.CheckType == CheckTypes.BaselineDrift);
        Assert.Equal("Churn", drift.FeatureName);
        Assert.Equal(61, evaluation.Violations.Count);
    }

    [ConformanceFact]
    public void Evaluate_SageMakerWithoutPredictions_GivesItsMissingColumnTextAlone()
    {
        ViolationsDocument expected = ViolationsDocument.Read(
            "violations.json", File.ReadAllBytes(Conformance.PathOf("missing-column", "expected", "constraint_violations.reconstructed.json")));
        string[] lines = File.ReadAllLines(Conformance.PathOf("churn", "test-dataset-input-cols.csv"));

        Evaluation evaluation = Evaluator(Compatibility.SageMaker).Evaluate(CommaSeparated.Profile(Columns().Skip(1), lines));

        Assert.Equal(expected.Violations, evaluation.Violations);
        Assert.True(evaluation.OnlyColumnsChecked);
    }

    private static Evaluation Evaluate(Compatibility compatibility)
    {
        string[] lines = File.ReadAllLines(Conformance.PathOf("churn", "test-dataset-input-cols.csv"));
        IEnumerable<string> captured = lines.Select((line, row) => FormattableString.Invariant($"{(row % 90 + 5) / 100.0:0.00},{line}"));
        return Evaluator(compatibility).Evaluate(CommaSeparated.Profile(Columns(), captured));
    }

    private static ConstraintEvaluator Evaluator(Compatibility compatibility)
    {
        DatasetProfile training = CommaSeparated.ProfileWithHeader(Conformance.PathOf("churn", "training-dataset-with-header.csv"));
        return new ConstraintEvaluator(
            ConstraintsDocument.Read("constraints.json", File.ReadAllBytes(Conformance.PathOf("churn", "expected", "constraints.json"))),
            StatisticsBuilder.Build(training),
            new EvaluationOptions { Compatibility = compatibility });
    }

    private static string[] Columns() =>
        File.ReadLines(Conformance.PathOf("churn", "training-dataset-with-header.csv")).First().Split(',');
}
