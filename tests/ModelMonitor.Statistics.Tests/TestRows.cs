using System.Globalization;
using System.Text;

namespace ModelMonitor.Statistics.Tests;

/// <summary>Rows for the state laws: row i is always the same number or text.</summary>
internal static class TestRows
{
    /// <summary>A number between 900 and 1,100 with two decimals, in an order that looks random.</summary>
    public static double Number(int row) => 900.0 + Mixed(row) % 20_001 / 100.0;

    /// <summary>One of 40 texts.</summary>
    public static byte[] Category(int row) => Encoding.UTF8.GetBytes($"category {Mixed(row) % 40}");

    /// <summary>A text of its own for each row.</summary>
    public static byte[] Text(int row) => Encoding.UTF8.GetBytes(row.ToString(CultureInfo.InvariantCulture));

    /// <summary>The numbers of consecutive rows.</summary>
    public static double[] Numbers(int first, int count)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = Number(first + i);
        }

        return numbers;
    }

    private static uint Mixed(int row)
    {
        uint x = (uint)row * 0x9E3779B1u;
        x = (x ^ (x >> 15)) * 0x85EBCA77u;
        return x ^ (x >> 13);
    }
}
