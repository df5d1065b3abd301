using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Hosting;

/// <summary>Looks at the root certificate of a push service of one's own before anything else is made.</summary>
/// <remarks>What the platform's reader says about a file differs between systems and names no key, so it is not shown.</remarks>
public static class TrustedRoot
{
    private const string Key = "Apns:TrustedRootFile";

    /// <summary>Reads the file that <c>Apns:TrustedRootFile</c> names, if it names one.</summary>
    /// <exception cref="StartFailedException">It is missing, may not be read, or is no certificate.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (configuration[Key] is { Length: > 0 } file && Problem(file) is { } problem)
            throw new StartFailedException($"{Key}: '{file}' {problem}");
    }

    private static string? Problem(string file)
    {
        if (Directory.Exists(file))
            return "is a folder: name the file of the certificate.";
        if (!File.Exists(file))
            return "does not exist, or its folder may not be looked into.";
        try
        {
            var bytes = File.ReadAllBytes(file);
            if (bytes.Length == 0)
                return "is empty: export the certificate again.";
            using var certificate = X509CertificateLoader.LoadCertificate(bytes);
            return IsRoot(certificate) ? null : "is a certificate that another one issued, no root: name the certificate at the top of its chain.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "cannot be read: check its permissions.";
        }
        catch (CryptographicException)
        {
            return "is no certificate, or a damaged one: it has to be PEM (it begins with -----BEGIN CERTIFICATE-----) or DER.";
        }
    }

    private static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
