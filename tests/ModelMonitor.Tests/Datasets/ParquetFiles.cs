using Parquet;
using Parquet.Schema;

namespace ModelMonitor.Tests.Datasets;

/// <summary>Writes small Parquet files to be read by tests.</summary>
internal static class ParquetFiles
{
    /// <summary>A file of some row groups, each of which <paramref name="write"/> fills.</summary>
    public static byte[] Write(ParquetSchema schema, int rowGroups, Func<ParquetRowGroupWriter, Task> write)
    {
        using MemoryStream stream = new();
        WriteAsync(stream, schema, rowGroups, write).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    private static async Task WriteAsync(Stream stream, ParquetSchema schema, int rowGroups, Func<ParquetRowGroupWriter, Task> write)
    {
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(schema, stream);
        for (int i = 0; i < rowGroups; i++)
        {
            using ParquetRowGroupWriter rowGroup = writer.CreateRowGroup();
            await write(rowGroup);
        }
    }
}
