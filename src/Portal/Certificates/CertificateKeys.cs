using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Passbook.Generator;
using Portal.Data.Certificates;
using Portal.Hosting;

namespace Portal.Certificates;

/// <summary>Brings a private key into its stored form (PKCS#8 under the master key) and back.</summary>
public sealed class CertificateKeys(MasterKey key, TimeProvider time)
{
    private const string Purpose = "certificates";

    /// <summary>The stored form of the key that belongs to the certificate inside a .p12.</summary>
    public byte[] Protect(ReadOnlySpan<byte> pkcs12, string? password, X509Certificate2 certificate)
    {
        var storage = OperatingSystem.IsLinux()
            ? X509KeyStorageFlags.Exportable | X509KeyStorageFlags.EphemeralKeySet
            : X509KeyStorageFlags.Exportable;
        var loaded = X509CertificateLoader.LoadPkcs12Collection(pkcs12, password, storage);
        try
        {
            var leaf = loaded.First(other => other.HasPrivateKey && other.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span));
            using var algorithm = (AsymmetricAlgorithm?)leaf.GetRSAPrivateKey() ?? leaf.GetECDsaPrivateKey()
                ?? throw new CryptographicException("The key is neither RSA nor elliptic curve.");
            var plain = algorithm.ExportPkcs8PrivateKey();
            try
            {
                return key.Protect(Purpose, plain);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(plain);
            }
        }
        finally
        {
            foreach (var other in loaded)
                other.Dispose();
        }
    }

    /// <summary>A signer from a stored certificate.</summary>
    /// <exception cref="CryptographicException">The key was stored under another master key.</exception>
    /// <exception cref="PassCertificateException">The certificate expired.</exception>
    public PassSigner Open(SigningCertificate stored)
    {
        using var leaf = X509CertificateLoader.LoadCertificate(stored.Certificate);
        var plain = key.Unprotect(Purpose, stored.ProtectedKey);
        try
        {
            return PassSigner.Create(WithKey(leaf, plain), X509CertificateLoader.LoadCertificate(stored.Intermediate), time);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Whether the stored key can be read with the master key of this portal.</summary>
    public bool CanRead(SigningCertificate stored)
    {
        try
        {
            CryptographicOperations.ZeroMemory(key.Unprotect(Purpose, stored.ProtectedKey));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static X509Certificate2 WithKey(X509Certificate2 leaf, byte[] pkcs8)
    {
        using var joined = leaf.GetECDsaPublicKey() is null ? WithRsa(leaf, pkcs8) : WithEllipticCurve(leaf, pkcs8);
        // Through a .p12: a TLS client needs a key in a store on Windows and macOS.
        return X509CertificateLoader.LoadPkcs12(
            joined.Export(X509ContentType.Pkcs12), password: null,
            OperatingSystem.IsLinux() ? X509KeyStorageFlags.EphemeralKeySet : X509KeyStorageFlags.DefaultKeySet);
    }

    private static X509Certificate2 WithRsa(X509Certificate2 leaf, byte[] pkcs8)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(pkcs8, out _);
        return leaf.CopyWithPrivateKey(rsa);
    }

    private static X509Certificate2 WithEllipticCurve(X509Certificate2 leaf, byte[] pkcs8)
    {
        using var curve = ECDsa.Create();
        curve.ImportPkcs8PrivateKey(pkcs8, out _);
        return leaf.CopyWithPrivateKey(curve);
    }
}
