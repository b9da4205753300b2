namespace ModelMonitor.Capture;

/// <summary>One captured event: where in its line the parts are that matter.</summary>
internal record struct CaptureRecord
{
    /// <summary>The request's payload.</summary>
    public JsonSlice InputData { get; set; }

    /// <summary>How the request's payload is encoded.</summary>
    public PayloadEncoding InputEncoding { get; set; }

    /// <summary>The answer's payload.</summary>
    public JsonSlice OutputData { get; set; }

    /// <summary>How the answer's payload is encoded.</summary>
    public PayloadEncoding OutputEncoding { get; set; }

    /// <summary>The id that the endpoint gave the event.</summary>
    public JsonSlice EventId { get; set; }

    /// <summary>The id that the caller gave the event.</summary>
    public JsonSlice InferenceId { get; set; }

    /// <summary>When the endpoint answered.</summary>
    public JsonSlice InferenceTime { get; set; }

    /// <summary>The caller's attributes, as the JSON value they came as.</summary>
    public JsonSlice CustomAttributes { get; set; }
}
