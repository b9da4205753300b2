namespace ModelMonitor.Capture;

/// <summary>Where the columns of the endpoint's output stand among those of a row (<c>output_columns_position</c>).</summary>
public enum OutputPosition
{
    /// <summary>Before the input's, as SageMaker Model Monitor expects them in the training set.</summary>
    Start,

    /// <summary>After the input's.</summary>
    End,
}
