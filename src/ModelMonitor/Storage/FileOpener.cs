namespace ModelMonitor.Storage;

/// <summary>Opens a file for reading as a store does.</summary>
internal static class FileOpener
{
    /// <summary>Opens a file from an offset on, while others may write, replace or delete it.</summary>
    /// <exception cref="FileNotFoundException">There is no file, or a folder in its place.</exception>
    /// <exception cref="IOException">It may not be read.</exception>
    public static Stream Open(string path, string key, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        try
        {
            FileStream stream = new(path, new FileStreamOptions
            {
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.SequentialScan,
            });
            stream.Position = offset;
            return stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && !File.Exists(path))
        {
            throw new FileNotFoundException($"There is no object '{key}'.", key, exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }
}
