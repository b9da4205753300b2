using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Finds out what the rows of an endpoint's captures or of a batch transform are made of, by the first events of an object.</summary>
public static class CaptureShapeDetector
{
    /// <summary>How many readable events are looked at.</summary>
    public const int MaximumEvents = 100;

    /// <summary>How many lines are looked at for them.</summary>
    public const int MaximumLines = 10_000;

    /// <summary>Looks at the beginning of an object that an endpoint captured.</summary>
    /// <param name="stream">Stands at the object's beginning; is not closed. May be gzip.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>
    /// The numbers of fields without names that most rows have (of equally many the ones met first) and all
    /// names; null when there is no readable event.
    /// </returns>
    public static CaptureShape? Detect(Stream stream, CancellationToken cancellationToken)
    {
        ShapeSurvey survey = new();
        CaptureRecordReader records = new();
        CaptureEventReader events = new(survey.InputColumns, survey.OutputColumns);
        LineReader lines = new();
        try
        {
            lines.Open(stream, range: null, cancellationToken);
            while (IsUndecided(survey, lines) && lines.TryRead(out ReadOnlySpan<byte> line))
            {
                if (records.TryRead(line, out CaptureRecord record, out _) && events.TryRead(line, record, out EventRows rows, out _))
                {
                    survey.Add(rows);
                }
            }
        }
        catch (InvalidDataException)
        {
            // What came before the damage has been looked at; the reader proper reports it.
        }
        finally
        {
            lines.Close();
        }

        return survey.Conclude();
    }

    /// <summary>Looks at the beginning of an object that a batch transform wrote.</summary>
    /// <param name="stream">Stands at the object's beginning; is not closed. May be gzip.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>As <see cref="Detect"/>: the fields of CSV are all the output's, without the inference id and time.</returns>
    public static CaptureShape? DetectTransform(Stream stream, CancellationToken cancellationToken)
    {
        ShapeSurvey survey = new();
        TransformEventReader events = new(survey.InputColumns, survey.OutputColumns);
        LineReader lines = new();
        try
        {
            lines.Open(stream, range: null, cancellationToken);
            TransformFormat format = TransformFormatDetector.Detect(lines.Peek(TransformFormatDetector.BytesNeeded));
            bool isWhole = format == TransformFormat.Json;
            while (IsUndecided(survey, lines) && (isWhole ? lines.TryReadAll(out ReadOnlySpan<byte> line) : lines.TryRead(out line)))
            {
                if (System.Text.Unicode.Utf8.IsValid(line) && !line.Trim(" \t\r\n"u8).IsEmpty
                    && events.TryRead(line, format, out EventRows rows, out _, out _, out _))
                {
                    survey.Add(rows);
                }
            }
        }
        catch (InvalidDataException)
        {
            // As above.
        }
        finally
        {
            lines.Close();
        }

        return survey.Conclude();
    }

    private static bool IsUndecided(ShapeSurvey survey, LineReader lines) =>
        survey.Events < MaximumEvents && lines.LineNumber < MaximumLines;
}
