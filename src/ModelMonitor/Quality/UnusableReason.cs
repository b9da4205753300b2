namespace ModelMonitor.Quality;

/// <summary>Why a row says nothing about a model's quality.</summary>
public enum UnusableReason
{
    /// <summary>It has no label.</summary>
    MissingLabel,

    /// <summary>Its label is not a number, or not one of two classes.</summary>
    UnparseableLabel,

    /// <summary>It has no prediction.</summary>
    MissingPrediction,

    /// <summary>Its prediction is not a number, or not one of two classes.</summary>
    UnparseablePrediction,

    /// <summary>It has no probability.</summary>
    MissingProbability,

    /// <summary>Its probability is not a number.</summary>
    UnparseableProbability,

    /// <summary>Its probability is below 0 or above 1.</summary>
    ProbabilityOutOfRange,

    /// <summary>A number of it is NaN or infinite.</summary>
    NotFinite,

    /// <summary>A number of it is beyond ±10^70.</summary>
    TooLarge,

    /// <summary>A class of it has a name of more than 256 bytes.</summary>
    ClassNameTooLong,

    /// <summary>A class of it is beyond the number of classes that are told apart.</summary>
    TooManyClasses,
}
