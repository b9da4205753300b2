namespace ModelMonitor.Contracts.Monitors;

/// <summary>Where the columns of the endpoint's output stand among those of a row.</summary>
public enum OutputColumnsPosition
{
    /// <summary>Before the input's, as SageMaker Model Monitor expects them in the training set.</summary>
    Start,

    /// <summary>After the input's.</summary>
    End,
}
