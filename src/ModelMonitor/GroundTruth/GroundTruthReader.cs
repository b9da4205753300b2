using System.Text.Unicode;
using ModelMonitor.Capture;
using ModelMonitor.Datasets;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.GroundTruth;

/// <summary>Reads labels: JSON Lines in SageMaker's form, or datasets with a column of ids and one of labels; also gzipped.</summary>
/// <remarks>
/// Whatever a line holds, its labels are handed on or it is counted as unreadable with the reason. Reusable over many
/// objects; not for use by several threads at once.
/// </remarks>
public sealed class GroundTruthReader
{
    private readonly bool _isPlain;
    private readonly DatasetFormat? _format;
    private readonly ReadingReport _report;
    private readonly LineReader _lines = new();
    private readonly CaptureLineTemplate _template = new();
    private readonly LabelRecordReader _records;
    private readonly DatasetReader _datasets;
    private readonly PlainLabelSink _plain;
    private long _count;

    /// <summary>Creates a reader.</summary>
    /// <param name="settings">How labels are written.</param>
    /// <param name="field">The field that is the label, by name or by index as text.</param>
    /// <param name="report">Takes what could not be read.</param>
    public GroundTruthReader(GroundTruthSource settings, string field, ReadingReport report)
    {
        _isPlain = settings.IdColumn is not null;
        _format = settings.Format;
        _report = report;
        _records = new LabelRecordReader(field);
        ColumnSet columns = new();
        _plain = new PlainLabelSink(columns, settings.IdColumn ?? "", field, report);
        _datasets = new DatasetReader(columns, _plain, report);
    }

    /// <summary>How many labels were handed on so far.</summary>
    public long Count => _count + _plain.Count;

    /// <summary>Reads an object and hands on its labels in their order.</summary>
    /// <param name="stream">Stands at the object's beginning; is not closed.</param>
    /// <param name="file">The object's name in the report.</param>
    /// <param name="labels">Takes the labels.</param>
    /// <param name="cancellationToken">Stops the reading between two blocks.</param>
    public void Read(Stream stream, string file, ILabelSink labels, CancellationToken cancellationToken)
    {
        if (_isPlain)
        {
            ReadPlain(stream, file, labels, cancellationToken);
            return;
        }

        try
        {
            _lines.Open(stream, range: null, cancellationToken);
            while (_lines.TryRead(out ReadOnlySpan<byte> line))
            {
                if (FaultOf(line, labels) is { } fault)
                {
                    _report.AddUnreadable(file, _lines.LineNumber, fault);
                }
            }
        }
        catch (InvalidDataException exception)
        {
            _report.AddUnreadable(file, line: 0, $"damaged gzip: {exception.Message}");
        }
        finally
        {
            _lines.Close();
        }
    }

    private void ReadPlain(Stream stream, string file, ILabelSink labels, CancellationToken cancellationToken)
    {
        if ((_format ?? DatasetFormat.FromName(file)) is not { } format)
        {
            _report.AddUnreadable(file, line: 0, "its name does not end as that of CSV, JSON Lines or Parquet does");
            return;
        }

        _plain.Labels = labels;
        _datasets.Read(stream, file, format, cancellationToken);
    }

    /// <summary>Hands on the labels of a line; or says why there are none.</summary>
    private string? FaultOf(ReadOnlySpan<byte> line, ILabelSink labels)
    {
        if (_lines.IsTooLong)
        {
            return $"the line is longer than {_lines.MaximumLength} bytes";
        }

        if (line.IsEmpty || line.Trim(" \t\r"u8).IsEmpty)
        {
            return null;
        }

        if (!Utf8.IsValid(line))
        {
            return CaptureRecordReader.DescribeInvalidText(line);
        }

        string reason;
        if (!_template.TryMatch(line, out CaptureRecord record))
        {
            if (!GroundTruthLineParser.TryParse(line, out record, out reason))
            {
                return reason;
            }

            Learn(line, record);
        }

        int count = _records.Read(line, record, labels, out reason);
        _count += count;
        if (count > 0 && labels is ILabelLineSink lines)
        {
            lines.AddLine(EventIdHash.Of(line, record), line);
        }

        return count == 0 ? reason : null;
    }

    /// <summary>Takes a line as the pattern of those to come, unless a number stands where a string is expected, which has no end to look for.</summary>
    private void Learn(ReadOnlySpan<byte> line, in CaptureRecord record)
    {
        if (IsString(line, record.InputData) && IsString(line, record.EventId) && IsString(line, record.InferenceId))
        {
            _template.Learn(line, record);
        }
    }

    private static bool IsString(ReadOnlySpan<byte> line, JsonSlice slice) => !slice.IsPresent || line[slice.Start - 1] == '"';
}
