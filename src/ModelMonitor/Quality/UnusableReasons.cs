namespace ModelMonitor.Quality;

/// <summary>The words for reasons in documents.</summary>
internal static class UnusableReasons
{
    public static string Word(UnusableReason reason) => reason switch
    {
        UnusableReason.MissingLabel => "missing_label",
        UnusableReason.UnparseableLabel => "unparseable_label",
        UnusableReason.MissingPrediction => "missing_prediction",
        UnusableReason.UnparseablePrediction => "unparseable_prediction",
        UnusableReason.MissingProbability => "missing_probability",
        UnusableReason.UnparseableProbability => "unparseable_probability",
        UnusableReason.ProbabilityOutOfRange => "probability_out_of_range",
        UnusableReason.NotFinite => "not_finite",
        UnusableReason.TooLarge => "too_large",
        UnusableReason.ClassNameTooLong => "class_name_too_long",
        _ => "too_many_classes",
    };

    public static UnusableReason? Find(string word)
    {
        foreach (UnusableReason reason in Enum.GetValues<UnusableReason>())
        {
            if (Word(reason) == word)
            {
                return reason;
            }
        }

        return null;
    }
}
