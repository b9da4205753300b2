using System.Globalization;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Tests.Quality;

/// <summary>Values of scikit-learn 1.2.1 (Debian's python3-sklearn), to 1e-12.</summary>
/// <remarks>
/// <code>
/// from sklearn.metrics import *
/// def score(i): return (i * 7919 % 1009) / 1009
/// def noise(i): return (i * 104729 % 997) / 997
/// sets = {
///   "ordinary":   (500,   lambda i: (score(i), noise(i) &lt; score(i))),
///   "ties":       (500,   lambda i: (i * 7919 % 11 / 10, noise(i) &lt; score(i))),
///   "perfect":    (300,   lambda i: (score(i), score(i) > 0.5)),
///   "worst":      (300,   lambda i: (score(i), not score(i) > 0.5)),
///   "random":     (1000,  lambda i: (score(i), i * 31 % 7 &lt; 3)),
///   "rare":       (20020, lambda i: (score(i) * 0.4 + (0.3 if i % 1001 == 0 else 0.0), i % 1001 == 0)),
///   "certain":    (200,   lambda i: (float(i % 2), i % 3 == 0)),
///   "onlyOnes":   (150,   lambda i: (score(i), True)),
/// }
/// for name, (n, row) in sets.items():
///     p, y = zip(*[row(i) for i in range(n)]); y = [int(v) for v in y]; h = [int(v > 0.5) for v in p]; one = len(set(y)) == 1
///     v = [recall_score(y, h), precision_score(y, h), accuracy_score(y, h)] + [fbeta_score(y, h, beta=b) for b in (0.5, 1, 2)]
///     v += [None if one else roc_auc_score(y, p), average_precision_score(y, p), log_loss(y, p, labels=[0, 1]), brier_score_loss(y, p, pos_label=1)]
///     print(name, ", ".join("double.NaN" if x is None else repr(float(x)) for x in v))
/// y = [noise(i) * 50 + 10 for i in range(700)]; p = [y[i] + score(i) * 8 - 3 for i in range(700)]
/// far = [v + 1e6 for v in y]; q = [v + 1e6 for v in p]
/// for name, y, p in (("numbers", y, p), ("far", far, q)):
///     print(name, ", ".join(repr(float(x)) for x in (mean_absolute_error(y, p), mean_squared_error(y, p), mean_squared_error(y, p, squared=False),
///           r2_score(y, p), mean_absolute_percentage_error(y, p), mean_pinball_loss(y, p, alpha=0.9))))
/// y = ["abcd"[i * 7919 % 1009 % 4] for i in range(900)]; h = ["abc"[i * 104729 % 997 % 3] if i % 5 else y[i].replace("d", "a") for i in range(900)]
/// v = [accuracy_score(y, h)]
/// for a in ("weighted", "macro"):
///     v += [recall_score(y, h, average=a, zero_division=0), precision_score(y, h, average=a, zero_division=0)]
///     v += [fbeta_score(y, h, beta=b, average=a, zero_division=0) for b in (0.5, 1, 2)]
/// print("classes", ", ".join(repr(float(x)) for x in v))
/// </code>
/// </remarks>
public sealed class SklearnTests
{
    private static readonly string[] BinaryNames =
        ["recall", "precision", "accuracy", "f0_5", "f1", "f2", "auc", "average_precision", "log_loss", "brier_score"];

    [Theory]
    [InlineData("ordinary", 500, 0.7569721115537849, 0.76, 0.758, 0.759392486011191, 0.7584830339321357, 0.7575757575757575, 0.8386054176866831, 0.842255863201772, 0.4901569682467062, 0.16400642581484187)]
    [InlineData("ties", 500, 0.4541832669322709, 0.4978165938864629, 0.496, 0.48843187660668386, 0.475, 0.4622871046228711, 0.4815277044432711, 0.49299752102857486, 4.460479707247543, 0.36078000000000005)]
    [InlineData("perfect", 300, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0000000000000002, 0.3056481548663726, 0.08290397980776251)]
    [InlineData("worst", 300, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.30594646281879645, 1.8024337507713335, 0.5846548882980169)]
    [InlineData("random", 1000, 0.5034965034965035, 0.4311377245508982, 0.502, 0.44389642416769426, 0.4645161290322581, 0.4871447902571042, 0.5013900285353875, 0.43336767579522, 1.0293485946687522, 0.33272739693600023)]
    [InlineData("rare", 20020, 0.45, 1.0, 0.9994505494505495, 0.8035714285714286, 0.6206896551724138, 0.5056179775280899, 0.9577775, 0.7027701404686355, 0.2340538453069487, 0.05348517549099822)]
    [InlineData("certain", 200, 0.4925373134328358, 0.33, 0.495, 0.3533190578158458, 0.39520958083832336, 0.44836956521739124, 0.4943889574682976, 0.3325373134328358, 18.20204496150416, 0.505)]
    [InlineData("onlyOnes", 150, 0.5133333333333333, 1.0, 0.5133333333333333, 0.8406113537117903, 0.6784140969162996, 0.5686853766617429, double.NaN, 1.0, 1.194372946447037, 0.33019338015999383)]
    public void Binary_OfASet_IsScikitLearns(string set, int rows, params double[] expected)
    {
        QualityOptions options = new()
        {
            Problem = ProblemType.BinaryClassification, GroundTruthAttribute = "label", ProbabilityAttribute = "score",
        };
        QualityState state = QualityRows.StateOf(options, ["score", "label"], Enumerable.Range(0, rows).Select(i =>
        {
            (double score, bool isPositive) = Row(set, i);
            return new[] { Text(score), isPositive ? "1" : "0" };
        }));

        AssertEqual(BinaryNames, expected, state, options);
    }

    [Theory]
    [InlineData(0.0, 2.125824720373779, 6.334473173408738, 2.516837931494346, 0.969464606376856, 0.07676510621072602, 0.6655265467931474)]
    [InlineData(1e6, 2.1258247203729117, 6.334473173404305, 2.5168379314934652, 0.9694646063768781, 2.1257507199561927e-06, 0.6655265467928256)]
    public void Regression_OfASet_IsScikitLearns(double shift, params double[] expected)
    {
        QualityOptions options = new()
        {
            Problem = ProblemType.Regression, GroundTruthAttribute = "y", InferenceAttribute = "p", Quantile = 0.9,
        };
        QualityState state = QualityRows.StateOf(options, ["p", "y"], Enumerable.Range(0, 700).Select(i =>
        {
            double label = Noise(i) * 50 + 10;
            return new[] { Text(label + Score(i) * 8 - 3 + shift), Text(label + shift) };
        }));

        AssertEqual(["mae", "mse", "rmse", "r2", "mape", "quantile_loss"], expected, state, options);
    }

    [Fact]
    public void Classes_OneOfThemNeverPredicted_AreScikitLearns()
    {
        QualityOptions options = new()
        {
            Problem = ProblemType.MulticlassClassification, GroundTruthAttribute = "y", InferenceAttribute = "h",
        };
        QualityState state = QualityRows.StateOf(options, ["h", "y"], Enumerable.Range(0, 900).Select(i =>
        {
            char label = "abcd"[i * 7919 % 1009 % 4];
            char predicted = i % 5 != 0 ? "abc"[(int)(i * 104729L % 997 % 3)] : label == 'd' ? 'a' : label;
            return new[] { predicted.ToString(), label.ToString() };
        }));

        string[] scores = ["recall", "precision", "f0_5", "f1", "f2"];
        AssertEqual(
            ["accuracy", .. scores.Select(score => "weighted_" + score), .. scores.Select(score => "macro_" + score)],
            [
                0.3522222222222222, 0.3522222222222222, 0.2653066364550599, 0.2788765468736111, 0.30223632578553705, 0.3302135864179894,
                0.3527430555555556, 0.2656580420775499, 0.2792524059801403, 0.30265599005412214, 0.33068861356239765,
            ],
            state,
            options);
    }

    private static void AssertEqual(string[] names, double[] expected, QualityState state, QualityOptions options)
    {
        Dictionary<string, Estimate> estimates = EstimatedMetrics.Of(state, options.Problem, 0.95)
            .ToDictionary(pair => pair.Name, pair => pair.Estimate, StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            Estimate estimate = estimates[names[i]];
            if (double.IsNaN(expected[i]))
            {
                Assert.Equal(UndefinedReason.NoNegativeLabels, estimate.Reason);
                continue;
            }

            Assert.True(
                Math.Abs(expected[i] - estimate.Value!.Value) <= 1e-12 * Math.Max(1.0, Math.Abs(expected[i])), $"{names[i]}: {expected[i]} {estimate.Value}");
            Assert.InRange(estimate.Value!.Value, estimate.Low!.Value, estimate.High!.Value);
        }
    }

    private static (double Score, bool IsPositive) Row(string set, int i) => set switch
    {
        "ordinary" => (Score(i), Noise(i) < Score(i)),
        "ties" => (i * 7919 % 11 / 10.0, Noise(i) < Score(i)),
        "perfect" => (Score(i), Score(i) > 0.5),
        "worst" => (Score(i), Score(i) <= 0.5),
        "random" => (Score(i), i * 31 % 7 < 3),
        "rare" => (Score(i) * 0.4 + (i % 1001 == 0 ? 0.3 : 0.0), i % 1001 == 0),
        "certain" => (i % 2, i % 3 == 0),
        _ => (Score(i), true),
    };

    private static double Score(int i) => i * 7919L % 1009 / 1009.0;

    private static double Noise(int i) => i * 104729L % 997 / 997.0;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
