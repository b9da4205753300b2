namespace ModelMonitor.Documents;

/// <summary>What <c>statistics.json</c> says of a dataset.</summary>
/// <param name="ItemCount">Rows of the dataset.</param>
/// <param name="Features">Its columns in order, no name twice.</param>
public sealed record StatisticsDocument(long ItemCount, IReadOnlyList<FeatureStatistics> Features)
{
    /// <summary>The version of the format.</summary>
    public const double CurrentVersion = 0.0;

    /// <summary>Reads a file of any age, written by SageMaker Model Monitor, by this program or by hand.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message has the place.</exception>
    public static StatisticsDocument Read(string source, ReadOnlyMemory<byte> utf8) =>
        JsonPlace.Read(source, utf8, StatisticsReader.Read);

    /// <summary>The file's content, byte for byte in SageMaker's form, without a newline at the end.</summary>
    public byte[] ToUtf8()
    {
        JacksonWriter writer = new();
        StatisticsWriter.Write(writer, this);
        return writer.Written.ToArray();
    }
}
