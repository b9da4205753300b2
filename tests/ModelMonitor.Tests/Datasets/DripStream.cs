namespace ModelMonitor.Tests.Datasets;

/// <summary>Gives one byte at each reading, as a slow network may.</summary>
internal sealed class DripStream(byte[] content) : MemoryStream(content)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
}
