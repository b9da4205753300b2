using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ModelMonitor.Infra.Constructs;

/// <summary>The text of the function that CloudFront runs for every request: Edge/viewer-request.js, with the networks that may look.</summary>
internal static class ViewerRequestCode
{
    /// <summary>What CloudFront takes, in bytes.</summary>
    public const int LargestSize = 10_240;

    private const string Resource = "viewer-request.js";
    private const int BitsOfGroup = 16;

    /// <summary>Composes it.</summary>
    /// <param name="viewers">The networks; none when signed cookies alone decide.</param>
    public static string Compose(IReadOnlyList<IPNetwork> viewers)
    {
        using Stream stream = typeof(ViewerRequestCode).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using StreamReader reader = new(stream);
        string networks = viewers.Count == 0
            ? "null"
            : $"{{ v4: [{Join(viewers, AddressFamily.InterNetwork)}], v6: [{Join(viewers, AddressFamily.InterNetworkV6)}] }}";
        return $"const viewers = {networks};\n{reader.ReadToEnd().ReplaceLineEndings("\n")}";
    }

    private static string Join(IEnumerable<IPNetwork> viewers, AddressFamily family) =>
        string.Join(',', viewers.Where(network => network.BaseAddress.AddressFamily == family).Select(TextOf));

    /// <summary>The bits of the prefix, and the groups of 16 bits that it reaches into.</summary>
    private static string TextOf(IPNetwork network)
    {
        byte[] bytes = network.BaseAddress.GetAddressBytes();
        int groups = (network.PrefixLength + BitsOfGroup - 1) / BitsOfGroup;
        IEnumerable<int> numbers = Enumerable.Range(0, groups).Select(group => (bytes[2 * group] << 8) | bytes[(2 * group) + 1]);
        return $"[{string.Join(',', numbers.Prepend(network.PrefixLength).Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";
    }
}
