using CsCheck;

namespace ModelMonitor.Tests.Datasets;

/// <summary>Damages a valid file as a bad disk, a cut connection or a careless editor would.</summary>
internal static class Mutation
{
    /// <summary>Files with up to eight changes: bytes overwritten, bits turned, stretches cut out or repeated, the end cut off.</summary>
    public static Gen<byte[]> Of(byte[] valid) =>
        Gen.Select(Gen.Int[0, 4], Gen.Double.Unit, Gen.Double.Unit, Gen.Byte).Array[1, 8].Select(changes =>
        {
            byte[] file = valid;
            foreach ((int kind, double place, double extent, byte value) in changes)
            {
                file = Change(file, kind, (int)(place * file.Length), extent, value);
            }

            return file;
        });

    /// <summary>Files of the same length with one to three bytes overwritten or bits turned, which so damage single values.</summary>
    public static Gen<byte[]> InPlaceOf(byte[] valid) =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, valid.Length - 1], Gen.Byte).Array[1, 3].Select(changes =>
        {
            byte[] file = valid;
            foreach ((int kind, int place, byte value) in changes)
            {
                file = Change(file, kind, place, extent: 0, value);
            }

            return file;
        });

    private static byte[] Change(byte[] file, int kind, int place, double extent, byte value)
    {
        if (file.Length == 0)
        {
            return [value];
        }

        int end = place + (int)(extent * (file.Length - place));
        byte[] changed = [.. file];
        switch (kind)
        {
            case 0:
                changed[place] = value;
                return changed;
            case 1:
                changed[place] ^= (byte)(1 << (value & 7));
                return changed;
            case 2:
                return [.. file[..place], .. file[end..]];
            case 3:
                return [.. file[..end], .. file[place..]];
            default:
                return file[..place];
        }
    }
}
