using CsCheck;
using ModelMonitor.Datasets;

namespace ModelMonitor.Tests.Datasets;

public sealed class CsvMarkScannerTests
{
    private static readonly Gen<byte[]> Texts = Gen.OneOf(Gen.Byte, Gen.OneOfConst((byte)';', (byte)'"', (byte)'\n', (byte)'a')).Array[0, 200];

    [Fact]
    public void Scan_AnyText_FindsAllMarksInOrder() => Texts.Sample(text =>
    {
        int[] expected = Enumerable.Range(0, text.Length).Where(i => text[i] is (byte)';' or (byte)'"' or (byte)'\n').Select(i => i + 7).ToArray();
        int[] positions = new int[text.Length];

        Assert.Equal(expected, positions[..CsvMarkScanner.Scan(text, (byte)';', 7, positions)]);
    });
}
