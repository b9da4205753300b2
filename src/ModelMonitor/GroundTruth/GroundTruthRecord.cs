using ModelMonitor.Capture;

namespace ModelMonitor.GroundTruth;

/// <summary>One line of ground truth in SageMaker's form: where in it the parts are that matter.</summary>
internal record struct GroundTruthRecord
{
    /// <summary>The labels of the event's records.</summary>
    public JsonSlice Data { get; set; }

    /// <summary>How they are encoded.</summary>
    public PayloadEncoding Encoding { get; set; }

    /// <summary>The value of <c>groundTruthData</c> as a whole.</summary>
    public JsonSlice Whole { get; set; }

    /// <summary>The id of the event: what its <c>inferenceId</c> is, or else its <c>eventId</c>.</summary>
    public JsonSlice EventId { get; set; }

    /// <summary>The caller's id of the event, which lines that were merged have beside the other.</summary>
    public JsonSlice InferenceId { get; set; }

    /// <summary>The id to join on.</summary>
    public readonly JsonSlice Id => InferenceId is { IsPresent: true, Length: > 0 } ? InferenceId : EventId;
}
