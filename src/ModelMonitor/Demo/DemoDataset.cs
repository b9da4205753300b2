using System.Text;
using ModelMonitor.Storage;

namespace ModelMonitor.Demo;

/// <summary>Makes the training set of the demonstration: CSV with a header, the model's prediction first.</summary>
public static class DemoDataset
{
    /// <summary>The name of the first column, the model's output.</summary>
    public const string PredictionName = "churn_probability";

    /// <summary>The names of all columns, in order.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } = [PredictionName, .. DemoCustomer.FeatureNames];

    /// <summary>Writes the training set as one object.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="scenario">The story.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static async Task WriteAsync(
        IObjectStore store, string key, DemoScenario scenario, CancellationToken cancellationToken = default)
    {
        Utf8Text text = new();
        Write(text, scenario);
        await store.PutAsync(key, text.Written, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static void Write(Utf8Text text, DemoScenario scenario)
    {
        text.Append(Encoding.UTF8.GetBytes(string.Join(',', ColumnNames)));
        text.Append('\n');
        SeededRandom random = new(scenario.Seed);
        DemoPopulation population = DemoPopulation.Training;
        ReadOnlySpan<double> planShares = [.. population.PlanShares];
        for (int row = 0; row < scenario.TrainingRows; row++)
        {
            DemoCustomer customer = DemoCustomer.Draw(ref random, population, planShares);
            text.AppendFixed(customer.Score(), decimals: 6);
            text.Append(',');
            customer.WriteTo(text);
            text.Append('\n');
        }
    }
}
