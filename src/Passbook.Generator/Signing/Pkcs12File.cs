using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>Opens a .p12 and says in one sentence why it cannot be opened.</summary>
internal static class Pkcs12File
{
    // A TLS client certificate needs a key in a store on Windows and macOS; elsewhere the key stays in memory.
    private static X509KeyStorageFlags Storage => OperatingSystem.IsLinux()
        ? X509KeyStorageFlags.EphemeralKeySet
        : X509KeyStorageFlags.DefaultKeySet;

    /// <exception cref="PassCertificateException">The file cannot be opened.</exception>
    public static X509Certificate2Collection Open(ReadOnlySpan<byte> content, string? password, bool exportable = false)
    {
        try
        {
            var storage = exportable ? Storage | X509KeyStorageFlags.Exportable : Storage;
            return X509CertificateLoader.LoadPkcs12Collection(content, password, storage);
        }
        catch (Pkcs12LoadLimitExceededException wrong)
        {
            throw new PassCertificateException(PassCertificateProblem.TooManyIterations,
                "The file asks for far more work to be opened than any usual export: export the certificate again.", wrong);
        }
        catch (Exception wrong) when (wrong is CryptographicException or PlatformNotSupportedException)
        {
            throw Explain(content, password, wrong);
        }
    }

    private static PassCertificateException Explain(ReadOnlySpan<byte> content, string? password, Exception wrong)
    {
        Pkcs12Info? file = null;
        try
        {
            file = Pkcs12Info.Decode(content.ToArray(), out _);
        }
        catch (CryptographicException)
        {
            // Said below.
        }

        if (file is null)
        {
            return new PassCertificateException(PassCertificateProblem.NotPkcs12,
                "This file is no .p12: export the certificate together with its private key from Keychain Access or with openssl.", wrong);
        }

        if (!PasswordFits(file, password))
            return new PassCertificateException(PassCertificateProblem.WrongPassword, "The password does not open this file.", wrong);
        return KeyIsUnknown(content, password)
            ? new PassCertificateException(PassCertificateProblem.UnsupportedKey,
                "The certificate's key is neither RSA nor elliptic curve (ECDSA); Wallet knows only those: make a certificate for an RSA key at Apple.", wrong)
            : new PassCertificateException(PassCertificateProblem.UnsupportedEncryption,
                "The password is right, but this machine cannot read how the file is encrypted (old exports use RC2): export it again with 'openssl pkcs12 -legacy', then 'openssl pkcs12 -export'.", wrong);
    }

    /// <summary>True when the file opens without its keys, and has a certificate for a key of a kind that is not known here.</summary>
    private static bool KeyIsUnknown(ReadOnlySpan<byte> content, string? password)
    {
        try
        {
            var certificates = X509CertificateLoader.LoadPkcs12Collection(content, password, Storage, new Pkcs12LoaderLimits { IgnorePrivateKeys = true });
            var isUnknown = certificates.Any(certificate => certificate.GetKeyAlgorithm() is not (Oids.Rsa or Oids.EllipticCurve));
            foreach (var certificate in certificates)
                certificate.Dispose();
            return isUnknown;
        }
        catch (Exception wrong) when (wrong is CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static bool PasswordFits(Pkcs12Info file, string? password)
    {
        try
        {
            return file.IntegrityMode == Pkcs12IntegrityMode.Password
                && (file.VerifyMac(password) || (string.IsNullOrEmpty(password) && (file.VerifyMac("") || file.VerifyMac(null))));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
