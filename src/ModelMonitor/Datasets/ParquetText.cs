using System.Globalization;
using System.Text;
using ModelMonitor.Documents;
using Parquet.Data;

namespace ModelMonitor.Datasets;

/// <summary>The text of each Parquet type, as Spark's cast to string writes it.</summary>
internal static class ParquetText
{
    /// <summary>Text as it stands; half of a surrogate pair becomes a replacement character.</summary>
    public readonly struct OfString : IParquetText<ReadOnlyMemory<char>>
    {
        public static int MaximumLength(ReadOnlyMemory<char> value) => Encoding.UTF8.GetMaxByteCount(value.Length);

        public static int Write(ReadOnlyMemory<char> value, Span<byte> destination) => Encoding.UTF8.GetBytes(value.Span, destination);
    }

    /// <summary>Whole numbers as digits.</summary>
    public readonly struct OfInteger<T> : IParquetText<T>
        where T : struct, IUtf8SpanFormattable
    {
        public static int MaximumLength(T value) => 20;

        public static int Write(T value, Span<byte> destination)
        {
            value.TryFormat(destination, out int written, default, CultureInfo.InvariantCulture);
            return written;
        }
    }

    /// <summary>As Java writes doubles: <c>1.0</c>, <c>1.0E-5</c>, <c>NaN</c>, <c>-Infinity</c>.</summary>
    public readonly struct OfDouble : IParquetText<double>
    {
        public static int MaximumLength(double value) => JavaDouble.MaximumLength;

        public static int Write(double value, Span<byte> destination)
        {
            if (double.IsFinite(value))
            {
                return JavaDouble.Format(value, destination);
            }

            ReadOnlySpan<byte> word = double.IsNaN(value) ? "NaN"u8 : value > 0 ? "Infinity"u8 : "-Infinity"u8;
            word.CopyTo(destination);
            return word.Length;
        }
    }

    /// <summary>As Java writes floats: the shortest digits that read back as the same float, in the form of doubles.</summary>
    public readonly struct OfFloat : IParquetText<float>
    {
        public static int MaximumLength(float value) => JavaDouble.MaximumLength;

        public static int Write(float value, Span<byte> destination)
        {
            // At most nine digits, which the double nearest to them gives back as its own shortest ones.
            value.TryFormat(destination, out int written, default, CultureInfo.InvariantCulture);
            return OfDouble.Write(double.Parse(destination[..written], NumberStyles.Float, CultureInfo.InvariantCulture), destination);
        }
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public readonly struct OfBoolean : IParquetText<bool>
    {
        public static int MaximumLength(bool value) => 5;

        public static int Write(bool value, Span<byte> destination)
        {
            ReadOnlySpan<byte> word = value ? "true"u8 : "false"u8;
            word.CopyTo(destination);
            return word.Length;
        }
    }

    /// <summary><c>2020-01-02 03:04:05</c>, with the fraction of the second down to microseconds if there is one.</summary>
    public readonly struct OfTimestamp : IParquetText<DateTime>
    {
        public static int MaximumLength(DateTime value) => 32;

        public static int Write(DateTime value, Span<byte> destination)
        {
            value.TryFormat(destination, out int written, "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
            return written;
        }
    }

    /// <summary><c>2020-01-02</c>.</summary>
    public readonly struct OfDate : IParquetText<DateOnly>
    {
        public static int MaximumLength(DateOnly value) => 16;

        public static int Write(DateOnly value, Span<byte> destination)
        {
            value.TryFormat(destination, out int written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return written;
        }
    }

    /// <summary>In groups of 8, 4, 4, 4 and 12 digits.</summary>
    public readonly struct OfUuid : IParquetText<Guid>
    {
        public static int MaximumLength(Guid value) => 36;

        public static int Write(Guid value, Span<byte> destination)
        {
            value.TryFormat(destination, out int written);
            return written;
        }
    }

    /// <summary>As Java's BigDecimal: <c>12.50</c> with all digits of the scale, and <c>1E-10</c> from seven leading zeros on.</summary>
    public readonly struct OfDecimal : IParquetText<BigDecimal>
    {
        public static int MaximumLength(BigDecimal value) => JavaDecimal.MaximumLength(value.UnscaledValue);

        public static int Write(BigDecimal value, Span<byte> destination) => JavaDecimal.Format(value.UnscaledValue, value.Scale, destination);
    }
}
