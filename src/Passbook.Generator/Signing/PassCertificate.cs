using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>What a certificate says about passes. The common name is never read: Apple words it in more than one way.</summary>
/// <param name="UserId">The pass type identifier of the subject (UID).</param>
/// <param name="Extension">The pass type identifier of Apple's extension.</param>
/// <param name="Team">The team identifier of the subject (OU).</param>
internal sealed record PassCertificate(string? UserId, string? Extension, string? Team)
{
    public static PassCertificate Read(X509Certificate2 certificate)
    {
        string? userId = null;
        string? team = null;
        foreach (var part in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
        {
            if (part.HasMultipleElements)
                continue;
            switch (part.GetSingleElementType().Value)
            {
                case Oids.UserId:
                    userId ??= part.GetSingleElementValue();
                    break;
                case Oids.OrganizationalUnit:
                    team ??= part.GetSingleElementValue();
                    break;
            }
        }

        return new PassCertificate(userId, ReadExtension(certificate), team);
    }

    /// <exception cref="PassCertificateException">The certificate is not for passes, or not consistent.</exception>
    public static PassCertificate Require(X509Certificate2 certificate)
    {
        var facts = Read(certificate);
        return facts.Unfitness(certificate) is { } unfit ? throw unfit : facts;
    }

    /// <summary>Why passes cannot be signed with it; null when they can.</summary>
    /// <param name="certificate">The certificate these facts are from.</param>
    public PassCertificateException? Unfitness(X509Certificate2 certificate)
    {
        if (UserId is null)
        {
            return new PassCertificateException(PassCertificateProblem.NotAPassCertificate,
                $"This is not a certificate for passes: '{certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)}' names no pass type. Make a Pass Type ID certificate at Apple and export that one.");
        }

        if (Extension is null)
        {
            return new PassCertificateException(PassCertificateProblem.NotAPassCertificate,
                $"This is not a certificate for passes: it is for '{UserId}', but lacks the mark Apple gives to Pass Type ID certificates.");
        }

        if (!string.Equals(UserId, Extension, StringComparison.Ordinal))
        {
            return new PassCertificateException(PassCertificateProblem.IdentifiersDiffer,
                $"The certificate contradicts itself: its subject is for '{UserId}', its extension for '{Extension}'.");
        }

        return string.IsNullOrEmpty(Team)
            ? new PassCertificateException(PassCertificateProblem.NoTeam, "The certificate names no team (OU of its subject).")
            : null;
    }

    private static string? ReadExtension(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.FirstOrDefault(
            extension => string.Equals(extension.Oid?.Value, Oids.PassTypeIdentifier, StringComparison.Ordinal));
        if (extension is null)
            return null;
        try
        {
            var reader = new AsnReader(extension.RawData, AsnEncodingRules.DER);
            return reader.ReadCharacterString((UniversalTagNumber)reader.PeekTag().TagValue);
        }
        catch (Exception wrong) when (wrong is AsnContentException or ArgumentException or CryptographicException)
        {
            return null;
        }
    }
}
