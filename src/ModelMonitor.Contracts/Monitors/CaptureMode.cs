namespace ModelMonitor.Contracts.Monitors;

/// <summary>What an endpoint captures of a request.</summary>
public enum CaptureMode
{
    /// <summary>What was sent to the model.</summary>
    Input,

    /// <summary>What the model answered.</summary>
    Output,
}
