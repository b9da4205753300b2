using System.Globalization;
using System.Net;
using Amazon.S3.Model;

namespace ModelMonitor.Aws.Storage;

/// <summary>An object's content from an offset on, as it arrives; where it breaks off, the rest is asked for again.</summary>
/// <remarks>
/// The rest is asked for by the ETag of the first answer, so that no byte is lost, doubled or of another version.
/// Not for use by several threads at once.
/// </remarks>
internal sealed class S3ReadStream : Stream
{
    /// <summary>How often the rest is asked for at most.</summary>
    public const int MaximumResumptions = 10;

    private readonly S3Location _place;
    private readonly Func<long, string, CancellationToken, Task<GetObjectResponse>> _reopen;
    private readonly string _etag;
    private readonly long _end;
    private GetObjectResponse _answer;
    private long _position;
    private int _resumptions;

    /// <summary>Creates the stream.</summary>
    /// <param name="place">The object, for messages.</param>
    /// <param name="offset">Where the first answer begins.</param>
    /// <param name="answer">The first answer, to a request for a range.</param>
    /// <param name="reopen">Asks for the object from an offset on, if it still has the given ETag.</param>
    /// <exception cref="IOException">The answer is not of the range.</exception>
    public S3ReadStream(
        S3Location place, long offset, GetObjectResponse answer, Func<long, string, CancellationToken, Task<GetObjectResponse>> reopen)
    {
        _place = place;
        _reopen = reopen;
        _answer = answer;
        _position = offset;
        _etag = answer.ETag;
        _end = EndOf(answer, offset);
    }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        while (_position < _end && buffer.Length > 0)
        {
            Exception? failure = null;
            try
            {
                if (_answer.ResponseStream.Read(buffer[..Wanted(buffer.Length)]) is var read and > 0)
                {
                    _position += read;
                    return read;
                }
            }
            catch (Exception exception) when (S3Failure.IsOfNetwork(exception))
            {
                failure = exception;
            }

            ResumeAsync(failure, CancellationToken.None).GetAwaiter().GetResult();
        }

        return 0;
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_position < _end && buffer.Length > 0)
        {
            Exception? failure = null;
            try
            {
                int read = await _answer.ResponseStream.ReadAsync(buffer[..Wanted(buffer.Length)], cancellationToken).ConfigureAwait(false);
                if (read > 0)
                {
                    _position += read;
                    return read;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && S3Failure.IsOfNetwork(exception))
            {
                failure = exception;
            }

            await ResumeAsync(failure, cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _answer.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Wanted(int length) => (int)Math.Min(length, _end - _position);

    private async Task ResumeAsync(Exception? failure, CancellationToken cancellationToken)
    {
        _answer.Dispose();
        if (++_resumptions > MaximumResumptions)
        {
            throw new IOException(
                string.Create(CultureInfo.InvariantCulture, $"{_place}: reading broke off more than {MaximumResumptions} times, last at byte {_position} of {_end}."),
                failure);
        }

        _answer = await _reopen(_position, _etag, cancellationToken).ConfigureAwait(false);
        if (_answer.ETag != _etag || EndOf(_answer, _position) != _end)
        {
            throw new IOException($"{_place}: the object changed while it was read.", failure);
        }
    }

    /// <summary>Where an object ends, by an answer that must begin at an offset: <c>Content-Range: bytes 5-9/10</c>.</summary>
    private long EndOf(GetObjectResponse answer, long offset)
    {
        string range = answer.ContentRange ?? "";
        string start = string.Create(CultureInfo.InvariantCulture, $"bytes {offset}-");
        int slash = range.IndexOf('/', StringComparison.Ordinal);
        if (answer.HttpStatusCode == HttpStatusCode.PartialContent
            && range.StartsWith(start, StringComparison.Ordinal)
            && long.TryParse(range.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long end))
        {
            return end;
        }

        answer.Dispose();
        throw new IOException(
            string.Create(CultureInfo.InvariantCulture, $"{_place}: asked from byte {offset} on, the answer was {(int)answer.HttpStatusCode} with the range '{range}'."));
    }
}
