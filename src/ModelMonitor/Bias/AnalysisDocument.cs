using ModelMonitor.Documents;

namespace ModelMonitor.Bias;

/// <summary>What Clarify's <c>analysis.json</c> says: bias metrics, global attributions, or both. Of a baseline it is the constraints.</summary>
public sealed record AnalysisDocument
{
    /// <summary>The metrics of predictions; null for none.</summary>
    public BiasSection? PostTraining { get; init; }

    /// <summary>The metrics of data and labels; null for none.</summary>
    public BiasSection? PreTraining { get; init; }

    /// <summary>The global attributions by label; null for none.</summary>
    public IReadOnlyList<LabelAttributions>? Attributions { get; init; }

    /// <summary>Reads a file of any age; parts that are not monitored, such as partial dependence, are left out.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message has the place.</exception>
    public static AnalysisDocument Read(string source, ReadOnlyMemory<byte> utf8) => JsonPlace.Read(source, utf8, AnalysisReader.Read);

    /// <summary>Whether a file is of this kind.</summary>
    /// <param name="utf8">Its content, which may be anything.</param>
    public static bool IsOne(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonPlace.Read("", utf8, AnalysisReader.IsOne);
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    /// <summary>The file's content in Clarify's form: indented by four spaces, without a newline at the end.</summary>
    public byte[] ToUtf8() => AnalysisWriter.Write(this);
}
