using System.Text;
using CsCheck;
using ModelMonitor.Documents;

namespace ModelMonitor.Tests.Documents;

/// <summary>Damaged documents are refused with the one exception for users, or read: nothing else.</summary>
public sealed class DocumentDamageTests
{
    private const int Cases = 10_000;

    /// <summary>Flips, removes and inserts one to eight bytes; pieces of JSON among the inserted ones.</summary>
    private static readonly Gen<(int Kind, double Place, byte Byte)[]> Damages =
        Gen.Select(
            Gen.Int[0, 3],
            Gen.Double[0.0, 1.0],
            Gen.OneOf(Gen.Byte, Gen.OneOfConst([.. "{}[]\",:\\-0e9ud"u8]))).Array[1, 8];

    [Fact]
    public void Read_DamagedStatistics_ThrowsConfigurationExceptionOnly() =>
        Check(StatisticsDocumentTests.Newest, bytes => StatisticsDocument.Read("x", bytes).ToUtf8());

    [Fact]
    public void Read_DamagedConstraints_ThrowsConfigurationExceptionOnly() =>
        Check(ConstraintsDocumentTests.Newest, bytes => ConstraintsDocument.Read("x", bytes).ToUtf8());

    [Fact]
    public void Read_DamagedViolations_ThrowsConfigurationExceptionOnly() =>
        Check(ViolationsDocumentTests.Two, bytes => ViolationsDocument.Read("x", bytes).ToUtf8());

    private static void Check(string document, Func<byte[], byte[]> rewrite)
    {
        byte[] valid = Encoding.UTF8.GetBytes(document);
        int refused = 0;
        Damages.Sample(
            damages =>
            {
                try
                {
                    byte[] once = rewrite(Damage(valid, damages));
                    Assert.Equal(once, rewrite(once));
                }
                catch (ConfigurationException)
                {
                    Interlocked.Increment(ref refused);
                }
            },
            iter: Cases);

        // The damage is real, and not always fatal.
        Assert.InRange(refused, Cases / 4, Cases - 1);
    }

    private static byte[] Damage(byte[] valid, (int Kind, double Place, byte Byte)[] damages)
    {
        List<byte> bytes = [.. valid];
        foreach ((int kind, double place, byte value) in damages)
        {
            int index = (int)(place * (bytes.Count - 1));
            switch (kind)
            {
                case 0: bytes[index] ^= (byte)(1 << (value & 7)); break;
                case 1: bytes.RemoveAt(index); break;
                case 2: bytes.Insert(index, value); break;
                default: bytes[index] = value; break;
            }
        }

        return [.. bytes];
    }
}
