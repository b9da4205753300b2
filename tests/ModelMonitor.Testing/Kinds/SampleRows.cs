using System.Globalization;
using System.Text;

namespace ModelMonitor.Testing.Kinds;

/// <summary>Makes rows of predictions as a model leaves them, the same at every call.</summary>
internal static class SampleRows
{
    public static string[] Colors { get; } = [.. Enumerable.Range(0, 25).Select(i => i == 0 ? "red" : i == 1 ? "green" : FormattableString.Invariant($"color{i:00}"))];

    /// <summary>Probabilities with labels; of some the probability or the label cannot be used.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">What sets windows apart.</param>
    /// <param name="noise">How much of the label the probability does not know, 0 to 1.</param>
    public static string Loans(int count, int seed, double noise) => Lines("score,label", count, i =>
    {
        double score = Share(i, seed);
        double truth = (1.0 - noise) * score + noise * Share(i, seed + 17);
        string said = i % 97 == 5 ? "1.7" : Text(score);
        return $"{said},{(i % 89 == 7 ? "maybe" : truth > 0.5 ? "1" : "0")}";
    });

    /// <summary>Colors that are sometimes taken for the next one.</summary>
    public static string ManyColors(int count, int seed) => Lines("said,was", count, i =>
    {
        int color = (int)(Colors.Length * Math.Pow(Share(i, seed), 2.0));
        return $"{Colors[(color + (Share(i, seed + 5) < 0.2 ? 1 : 0)) % Colors.Length]},{Colors[color]}";
    });

    /// <summary>Prices and what they were predicted to be.</summary>
    public static string Prices(int count, int seed, double spread) => Lines("said,was", count, i =>
    {
        double price = 100.0 + 900.0 * Share(i, seed);
        return $"{Text(price + spread * (Share(i, seed + 3) - 0.5))},{Text(price)}";
    });

    /// <summary>Decisions about people of two sexes, three regions and many ages.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">What sets windows apart.</param>
    /// <param name="against">How much less often those of sex 0 are predicted well, 0 to 1.</param>
    public static string People(int count, int seed, double against) => Lines("label,predicted,Sex,Region,Age", count, i =>
    {
        string sex = i % 3 == 0 ? "0" : "1";
        string region = (i % 7) switch { 0 => "north", 1 or 2 => "west", _ => "south" };
        double merit = Share(i, seed);
        bool isGood = merit > 0.5;
        bool isPredicted = isGood != (Share(i, seed + 9) < 0.15) && !(sex == "0" && Share(i, seed + 11) < against);
        return $"{(isGood ? "y" : "n")},{(isPredicted ? "y" : "n")},{sex},{region},{Text(18 + 60 * Share(i, seed + 13))}";
    });

    /// <summary>Attributions of single predictions.</summary>
    /// <param name="features">The features.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">What sets windows apart.</param>
    /// <param name="turned">Whether the last feature weighs most, instead of the first.</param>
    public static string Attributions(IReadOnlyList<string> features, int count, int seed, bool turned) =>
        Lines(string.Join(',', features), count, i => string.Join(',', features.Select((_, j) =>
            Text((turned ? j + 1 : features.Count - j) * (Share(i + j, seed) - 0.4)))));

    private static string Lines(string header, int count, Func<int, string> line)
    {
        StringBuilder csv = new(header);
        csv.Append('\n');
        for (int i = 0; i < count; i++)
        {
            csv.Append(line(i)).Append('\n');
        }

        return csv.ToString();
    }

    private static double Share(int i, int seed) => ((i + 1) * 7_919L + seed * 104_729L) * 1_000_003L % 10_007L / 10_007.0;

    private static string Text(double number) => Math.Round(number, 4).ToString(CultureInfo.InvariantCulture);
}
