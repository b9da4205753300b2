using System.Globalization;
using ModelMonitor.Storage;

namespace ModelMonitor.Demo;

/// <summary>Makes the traffic of the demonstration, in the files that an endpoint's data capture would write.</summary>
/// <remarks>Keys are <c>{endpoint}/{variant}/yyyy/MM/dd/HH/{mm}-{ss}-{mmm}-{uuid}.jsonl</c>, UTC. Equal scenarios give equal bytes.</remarks>
public static class DemoTraffic
{
    private const double SeveralRowsShare = 0.02;
    private const int MostRows = 4;

    /// <summary>Writes all hours.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="prefix">What the keys start with, such as <c>capture/</c>; may be empty.</param>
    /// <param name="scenario">The story.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static async Task WriteAsync(
        IObjectStore store, string prefix, DemoScenario scenario, CancellationToken cancellationToken = default)
    {
        Utf8Text file = new();
        Utf8Text input = new();
        Utf8Text output = new();
        for (int hour = 0; hour < scenario.Hours; hour++)
        {
            for (int part = 0; part < scenario.FilesPerHour; part++)
            {
                file.Clear();
                string key = prefix + WriteFile(file, input, output, scenario, hour, part);
                await store.PutAsync(key, file.Written, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes one file and returns its key.</summary>
    private static string WriteFile(Utf8Text file, Utf8Text input, Utf8Text output, DemoScenario scenario, int hour, int part)
    {
        // Each file has random numbers of its own, so that its content does not depend on the files before it.
        int fileNumber = hour * scenario.FilesPerHour + part;
        SeededRandom random = new(new SeededRandom(unchecked(scenario.Seed + (ulong)fileNumber + 1)).NextBits());
        DemoPopulation population = scenario.PopulationOf(hour);
        ReadOnlySpan<double> planShares = [.. population.PlanShares];
        DateTimeOffset start = scenario.FirstHour.AddHours(hour);
        int first = (int)((long)scenario.EventsPerHour * part / scenario.FilesPerHour);
        int end = (int)((long)scenario.EventsPerHour * (part + 1) / scenario.FilesPerHour);
        double spacing = 3600.0 / scenario.EventsPerHour;
        DateTimeOffset began = start.AddMilliseconds((long)(1000.0 * spacing * (first + random.NextDouble())));
        DateTimeOffset time = began;
        for (int i = first; i < end; i++)
        {
            WriteEvent(file, input, output, ref random, population, planShares, (long)hour * scenario.EventsPerHour + i, time);
            time = start.AddMilliseconds((long)(1000.0 * spacing * (i + 1 + random.NextDouble())));
        }

        if (hour == DemoScenario.HourWithUnreadableLines && part == scenario.FilesPerHour / 2)
        {
            file.Append("upstream connect error or disconnect/reset before headers\n"u8);
            file.Append("{\"captureData\":{\"endpointInput\":{\"observedContentType\":\"text/csv\",\"mode\":\"INPUT\",\"data\":\"101,O\n"u8);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DemoScenario.Endpoint}/{DemoScenario.Variant}/{began.UtcDateTime:yyyy/MM/dd/HH/mm-ss-fff}-{random.NextUuid()}.jsonl");
    }

    private static void WriteEvent(
        Utf8Text file, Utf8Text input, Utf8Text output, ref SeededRandom random,
        DemoPopulation population, ReadOnlySpan<double> planShares, long number, DateTimeOffset time)
    {
        input.Clear();
        output.Clear();
        int rows = random.NextBool(SeveralRowsShare) ? 2 + random.NextInt(MostRows - 1) : 1;
        for (int row = 0; row < rows; row++)
        {
            if (row > 0)
            {
                input.Append(CaptureLine.RowBreak);
                output.Append(CaptureLine.RowBreak);
            }

            DemoCustomer customer = DemoCustomer.Draw(ref random, population, planShares);
            customer.WriteTo(input);
            output.AppendFixed(customer.Score(), decimals: 6);
        }

        CaptureLine.Append(file, input.Written.Span, output.Written.Span, random.NextUuid(), number, time);
    }
}
