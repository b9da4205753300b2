namespace ModelMonitor.Capture;

/// <summary>What a batch transform wrote.</summary>
internal enum TransformFormat
{
    /// <summary>A row a line; the last two fields are the inference id and time, if there are such.</summary>
    Csv,

    /// <summary>A JSON document a line.</summary>
    JsonLines,

    /// <summary>One JSON document of several lines, usually of many records, with one inference id for all.</summary>
    Json,
}
