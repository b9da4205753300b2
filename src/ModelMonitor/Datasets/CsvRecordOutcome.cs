namespace ModelMonitor.Datasets;

/// <summary>What <see cref="CsvTokenizer.Read"/> came upon.</summary>
internal enum CsvRecordOutcome
{
    /// <summary>A record, whose fields can be taken.</summary>
    Record,

    /// <summary>A quote that no other quote closes before the end of the file; only the record's first line was passed over.</summary>
    UnclosedQuote,

    /// <summary>Text between a closing quote and the next delimiter; only the record's first line was passed over.</summary>
    TextAfterQuote,

    /// <summary>A record longer than any may be; only its first line was passed over.</summary>
    TooLong,

    /// <summary>The end of the file.</summary>
    End,
}
