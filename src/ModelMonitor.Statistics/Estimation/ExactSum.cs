using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelMonitor.Statistics.Estimation;

/// <summary>A sum of doubles without any rounding, so that neither their order nor how they were sharded matters.</summary>
/// <remarks>
/// A fixed-point number wide enough for every double, in limbs of 32 bits held in 64, so that carries wait
/// (Neal, "Fast Exact Summation Using Small and Large Superaccumulators", 2015).
/// <list type="number">
/// <item>The sum is Σ limb[i]·2^(32·i − 1074); the last limb has the sign.</item>
/// <item>After n additions since the last carrying, no limb is beyond ±(n + 1)·2^32.</item>
/// </list>
/// </remarks>
public sealed class ExactSum : IMergeableState<ExactSum>
{
    /// <summary>The sum is <see cref="ToInteger"/> times two to this power.</summary>
    public const int Exponent = -1074;

    private const int LimbBits = 32;
    private const int LimbCount = 72;
    private const int MostWaiting = 1 << 30;
    private const int MaximumBytes = (LimbCount - 1) * sizeof(uint);

    private readonly long[] _limbs = new long[LimbCount];
    private int _waiting;

    private static ReadOnlySpan<byte> Tag => "XSUM"u8;

    /// <summary>The sum, rounded once; infinite when it is beyond the range of a double.</summary>
    public double Value => ExactRatio.ToDouble(ToInteger(), Exponent);

    /// <inheritdoc />
    public static ExactSum CreateEmpty() => new();

    /// <summary>Adds a finite number.</summary>
    public void Add(double value)
    {
        Debug.Assert(double.IsFinite(value), "Only finite numbers have a sum.");
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) & 0x7FF;
        ulong mantissa = (ulong)bits & 0xF_FFFF_FFFF_FFFFUL;
        int position = Math.Max(exponent, 1) - 1;
        mantissa |= exponent == 0 ? 0UL : 1UL << 52;

        int shift = position & (LimbBits - 1);
        ulong low = mantissa << shift;
        long high = (long)((mantissa >> 1) >> (63 - shift));
        long sign = bits >> 63;

        // The largest position, 2045, is of the limb 63: these three are always there.
        ref long limb = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_limbs), position >> 5);
        limb += ((long)(uint)low ^ sign) - sign;
        Unsafe.Add(ref limb, 1) += ((long)(low >> LimbBits) ^ sign) - sign;
        Unsafe.Add(ref limb, 2) += (high ^ sign) - sign;
        if (++_waiting == MostWaiting)
        {
            Carry();
        }
    }

    /// <summary>Adds the product of two finite numbers without rounding it.</summary>
    public void AddProduct(double a, double b)
    {
        double product = a * b;
        Add(product);
        Add(Math.FusedMultiplyAdd(a, b, -product));
    }

    /// <summary>The sum as a whole number of units of 2^<see cref="Exponent"/>.</summary>
    public BigInteger ToInteger()
    {
        Carry();
        Span<byte> bytes = stackalloc byte[(LimbCount - 1) * sizeof(uint) + sizeof(long)];
        for (int i = 0; i < LimbCount - 1; i++)
        {
            BitConverter.TryWriteBytes(bytes[(i * sizeof(uint))..], (uint)_limbs[i]);
        }

        BitConverter.TryWriteBytes(bytes[MaximumBytes..], _limbs[^1]);
        return new BigInteger(bytes);
    }

    /// <inheritdoc />
    public void MergeFrom(ExactSum other)
    {
        Carry();
        for (int i = 0; i < LimbCount; i++)
        {
            _limbs[i] += other._limbs[i];
        }

        _waiting = other._waiting + 1;
        if (_waiting >= MostWaiting)
        {
            Carry();
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteBytes(ToInteger().ToByteArray());
    }

    /// <inheritdoc />
    public static ExactSum ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        ReadOnlySpan<byte> bytes = reader.ReadBytes();
        if (bytes.Length is 0 or > MaximumBytes || !new BigInteger(bytes).ToByteArray().AsSpan().SequenceEqual(bytes))
        {
            throw new CorruptStateException($"A sum of {bytes.Length} bytes was stored that no numbers have.");
        }

        ExactSum sum = new();
        Span<byte> all = stackalloc byte[MaximumBytes];
        long sign = (sbyte)bytes[^1] < 0 ? -1 : 0;
        all.Fill((byte)sign);
        bytes.CopyTo(all);
        for (int i = 0; i < LimbCount - 1; i++)
        {
            sum._limbs[i] = BitConverter.ToUInt32(all[(i * sizeof(uint))..]);
        }

        sum._limbs[^1] = sign;
        return sum;
    }

    private void Carry()
    {
        long carry = 0;
        for (int i = 0; i < LimbCount - 1; i++)
        {
            long limb = _limbs[i] + carry;
            _limbs[i] = (uint)limb;
            carry = limb >> LimbBits;
        }

        _limbs[^1] += carry;
        _waiting = 0;
    }
}
