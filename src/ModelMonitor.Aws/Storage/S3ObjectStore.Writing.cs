using ModelMonitor.Storage;

namespace ModelMonitor.Aws.Storage;

/// <content>Writes objects.</content>
public sealed partial class S3ObjectStore
{
    /// <summary>Content above this length is sent in parts of it.</summary>
    internal int PartSize { get; init; } = 16 << 20;

    /// <inheritdoc />
    public async Task<StoredObject?> PutAsync(
        string key, ReadOnlyMemory<byte> content, PutCondition condition = default, CancellationToken cancellationToken = default)
    {
        if (!IsKey(key))
        {
            throw new IOException($"'{key}' is no key: a key is not empty and does not start with a slash.");
        }

        S3Upload upload = new(_client, _retry, _bucket, _prefix + key, content, condition);
        UploadAnswer answer = content.Length > PartSize
            ? await upload.SendPartsAsync(PartSize, cancellationToken).ConfigureAwait(false)
            : await upload.SendWholeAsync(cancellationToken).ConfigureAwait(false);
        if (answer.ETag is not null)
        {
            return Describe(key, content.Length, answer.ETag, _time.GetUtcNow().UtcDateTime);
        }

        if (!answer.WasRepeated)
        {
            return null;
        }

        // The first attempt may have succeeded and only its answer been lost.
        StoredObject? found = await FindAsync(key, cancellationToken).ConfigureAwait(false);
        return found is not null && await HoldsAsync(found, content, cancellationToken).ConfigureAwait(false)
            ? found
            : condition == default
                ? throw new IOException($"{new S3Location(_bucket, _prefix + key)}: the upload was lost.")
                : null;
    }

    private async Task<bool> HoldsAsync(StoredObject found, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (found.Size != content.Length)
        {
            return false;
        }

        byte[] present = await this.ReadAllAsync(found.Key, cancellationToken).ConfigureAwait(false);
        return content.Span.SequenceEqual(present);
    }
}
