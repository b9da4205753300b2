using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ModelMonitor.Infra.Configuration;

/// <summary>Reads public keys of the kinds that CloudFront takes for signed cookies: RSA of 2048 bits, and ECDSA on P-256.</summary>
internal static class PublicKeyPem
{
    private const string Label = "PUBLIC KEY";
    private const int RsaBits = 2048;
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Writes a key anew as PEM, whatever surrounds it and however its lines end.</summary>
    public static bool TryNormalize(string text, [NotNullWhen(true)] out string? pem)
    {
        pem = null;
        try
        {
            if (!PemEncoding.TryFind(text, out PemFields fields) || text[fields.Label] != Label)
            {
                return false;
            }

            byte[] key = Convert.FromBase64String(text[fields.Base64Data]);
            if (!IsRsa(key) && !IsEcdsa(key))
            {
                return false;
            }

            pem = PemEncoding.WriteString(Label, key) + "\n";
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsRsa(byte[] key)
    {
        using RSA rsa = RSA.Create();
        return CanImport(() => rsa.ImportSubjectPublicKeyInfo(key, out _)) && rsa.KeySize == RsaBits;
    }

    private static bool IsEcdsa(byte[] key)
    {
        using ECDsa ecdsa = ECDsa.Create();
        return CanImport(() => ecdsa.ImportSubjectPublicKeyInfo(key, out _)) && ecdsa.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256;
    }

    private static bool CanImport(Action import)
    {
        try
        {
            import();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
