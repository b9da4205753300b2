using System.Net;
using System.Net.Sockets;

namespace ModelMonitor.Infra.Configuration;

/// <summary>Reads networks of viewers, strictly: what has another form than the usual is more likely a mistake.</summary>
internal static class ViewerNetwork
{
    /// <summary>Reads <c>address/prefix</c>, or an address alone.</summary>
    /// <returns>Whether it is one, IPv4 or IPv6, without bits beyond its prefix.</returns>
    public static bool TryParse(string text, out IPNetwork network)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string address = slash < 0 ? text : text[..slash];
        network = default;
        if (!IPAddress.TryParse(address, out IPAddress? parsed)
            || address.Contains('%', StringComparison.Ordinal)
            || parsed.IsIPv4MappedToIPv6
            || (parsed.AddressFamily == AddressFamily.InterNetwork && parsed.ToString() != address))
        {
            return false;
        }

        string whole = slash >= 0 ? text : text + (parsed.AddressFamily == AddressFamily.InterNetwork ? "/32" : "/128");
        return IPNetwork.TryParse(whole, out network) && network.BaseAddress.Equals(parsed);
    }
}
