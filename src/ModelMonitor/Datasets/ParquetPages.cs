using System.Globalization;
using ColumnMetaData = Parquet.Meta.ColumnMetaData;

namespace ModelMonitor.Datasets;

/// <summary>Looks through the headers of a column's pages before the library reads them, for the same reason as <see cref="ParquetFooter"/>.</summary>
internal static class ParquetPages
{
    private const int FirstWindow = 4 << 10;
    private const int LargestWindow = 16 << 20;

    // Some writers understate the size of a column; pages of up to this size are believed all the same.
    private const long ModestPageSize = 16 << 20;

    /// <summary>Checks that the pages follow one another within the file, up to the last value.</summary>
    /// <param name="stream">The file; where it stands afterwards is not said.</param>
    /// <param name="column">The footer's word on the column in one row group.</param>
    /// <exception cref="InvalidDataException">A header is damaged, or cannot be true.</exception>
    public static void Check(Stream stream, ColumnMetaData column)
    {
        // A dictionary stands before the data; writers without one leave its offset out, or give 0.
        long position = column.DictionaryPageOffset is > 0 and long dictionary
            ? Math.Min(dictionary, column.DataPageOffset)
            : column.DataPageOffset;
        long values = 0;
        while (values < column.NumValues)
        {
            if (position < 0 || position >= stream.Length)
            {
                throw Damage(position, "the column's pages end before its values");
            }

            ParquetPage page = ReadHeader(stream, ref position);
            if (!page.IsPlausible(stream.Length - position, Math.Max(column.TotalUncompressedSize, ModestPageSize), column.NumValues))
            {
                throw Damage(position, "the sizes in a page's header cannot be true");
            }

            position += page.CompressedSize;
            values += page.HasRows ? page.Values : 0;
        }
    }

    /// <summary>Reads a header and goes to its page; a few hold long statistics and take a larger window.</summary>
    private static ParquetPage ReadHeader(Stream stream, ref long position)
    {
        for (int window = FirstWindow; window <= LargestWindow; window *= 16)
        {
            byte[] bytes = new byte[(int)Math.Min(window, stream.Length - position)];
            stream.Position = position;
            stream.ReadExactly(bytes);
            if (ParquetPage.TryRead(bytes, out ParquetPage page, out int headerLength))
            {
                position += headerLength;
                return page;
            }
        }

        throw Damage(position, "a page's header is damaged");
    }

    private static InvalidDataException Damage(long position, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} (byte {position})"));
}
