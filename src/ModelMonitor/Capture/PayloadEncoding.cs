namespace ModelMonitor.Capture;

/// <summary>How the capture wrote down what was sent or answered.</summary>
internal enum PayloadEncoding
{
    /// <summary>Rows of comma separated values.</summary>
    Csv,

    /// <summary>One or more JSON documents.</summary>
    Json,

    /// <summary>Bytes of a content type that the capture was not told of, as base64.</summary>
    Base64,
}
