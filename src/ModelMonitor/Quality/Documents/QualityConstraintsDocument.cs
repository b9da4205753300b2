using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;

namespace ModelMonitor.Quality.Documents;

/// <summary>What <c>constraints.json</c> demands of a model's quality.</summary>
/// <param name="Problem">What the model predicts.</param>
/// <param name="Constraints">The constraints in order, no metric twice.</param>
public sealed record QualityConstraintsDocument(ProblemType Problem, IReadOnlyList<QualityConstraint> Constraints)
{
    /// <summary>The version of the format.</summary>
    public const double CurrentVersion = 0.0;

    /// <summary>Reads a file, written by SageMaker Model Monitor, by this program or by hand.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="utf8">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message has the place.</exception>
    public static QualityConstraintsDocument Read(string source, ReadOnlyMemory<byte> utf8) => JsonPlace.Read(source, utf8, Read);

    /// <summary>Whether a file is of this kind, as far as the names of its members tell.</summary>
    /// <param name="utf8">Its content, which may be anything.</param>
    public static bool IsOne(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonPlace.Read("", utf8, root => Enum.GetValues<ProblemType>().Any(problem => root.Optional(ProblemWords.Constraints(problem)) is not null));
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    /// <summary>Makes sure that there are such metrics.</summary>
    /// <param name="source">How the user named the place, for messages.</param>
    /// <exception cref="ConfigurationException">A metric is none of the problem.</exception>
    internal void MustBeKnown(string source)
    {
        IReadOnlyList<string> known = QualityMetricNames.Of(Problem);
        if (Constraints.FirstOrDefault(constraint => !known.Contains(constraint.Metric, StringComparer.Ordinal)) is { } unknown)
        {
            throw new ConfigurationException(
                source, "", $"the baseline constrains \"{unknown.Metric}\", which is no metric of {Problem}; known are {string.Join(", ", known)}");
        }
    }

    /// <summary>The file's content in SageMaker's form, without a newline at the end.</summary>
    public byte[] ToUtf8()
    {
        JacksonWriter writer = new();
        writer.BeginObject();
        writer.Member("version", CurrentVersion);
        writer.BeginObject(ProblemWords.Constraints(Problem));
        foreach (QualityConstraint constraint in Constraints)
        {
            writer.BeginObject(constraint.Metric);
            writer.Member("threshold", constraint.Threshold);
            writer.Member("comparison_operator", constraint.Operator.ToString());
            writer.EndObject();
        }

        writer.EndObject();
        writer.EndObject();
        return writer.Written.ToArray();
    }

    private static QualityConstraintsDocument Read(JsonPlace root)
    {
        root.Optional("version")?.Number();
        (ProblemType problem, JsonPlace members) = QualityStatisticsReader.Find(root, ProblemWords.Constraints);
        HashSet<string> names = new(StringComparer.Ordinal);
        List<QualityConstraint> constraints = [];
        foreach ((string name, JsonPlace member) in members.Members())
        {
            constraints.Add(names.Add(name)
                ? new QualityConstraint(name, member.Required("threshold").Number(), ReadOperator(member.Required("comparison_operator")))
                : throw member.Unexpected("each metric once"));
        }

        return new QualityConstraintsDocument(problem, constraints);
    }

    private static ComparisonOperator ReadOperator(JsonPlace place) => place.Word() switch
    {
        nameof(ComparisonOperator.LessThanThreshold) => ComparisonOperator.LessThanThreshold,
        nameof(ComparisonOperator.GreaterThanThreshold) => ComparisonOperator.GreaterThanThreshold,
        _ => throw place.Unexpected("LessThanThreshold or GreaterThanThreshold"),
    };
}
