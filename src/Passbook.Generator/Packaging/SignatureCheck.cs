using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;

namespace Passbook.Generator;

/// <summary>Verifies the signature over a manifest, and the certificates in it against each other.</summary>
internal sealed class SignatureCheck(ProblemList problems, PassReadOptions options)
{
    private KnownCertificate? _certificate;

    /// <summary>What the signer's certificate says about passes; null when there is none.</summary>
    public PassCertificate? Certificate => _certificate?.Facts;

    public SignatureFacts? Check(ReadOnlyMemory<byte> manifest, ReadOnlyMemory<byte> signature)
    {
        try
        {
            var cms = CmsSignature.Read(signature);
            if (!cms.IsConsistent)
                Error(PassProblemCode.SignatureInvalid, "The signature is not a detached one by one signer, or contradicts itself.");
            return Check(cms, manifest.Span);
        }
        catch (Exception wrong) when (wrong is CryptographicException or AsnContentException)
        {
            Error(PassProblemCode.SignatureInvalid, "The signature cannot be read.");
            return null;
        }
    }

    private SignatureFacts? Check(CmsSignature cms, ReadOnlySpan<byte> manifest)
    {
        var certificates = cms.Certificates.Select(KnownCertificate.Of).ToArray();
        var signer = cms.Signer;
        if (certificates.FirstOrDefault(signer.IsNamed) is not { } certificate)
        {
            Error(PassProblemCode.CertificateMissing, "The signature lacks the certificate it was made with.");
            return null;
        }

        _certificate = certificate;
        if (!Verifies(signer, certificate, manifest))
            Error(PassProblemCode.SignatureWrong, "The signature is not over this manifest: the pass was changed after it was signed.");
        var signingTime = signer.Attributes?.SigningTime;
        if (signingTime is null)
            Error(PassProblemCode.SigningTimeMissing, "The signature does not say when it was made, which Wallet asks for.");
        if (certificate.Unfitness is { } unfitness)
            Error(PassProblemCode.CertificateWrong, unfitness);
        var intermediate = certificates.FirstOrDefault(candidate => !ReferenceEquals(candidate, certificate) && certificate.IsIssuedBy(candidate));
        CheckTimes(certificate, signingTime);
        CheckIssuer(intermediate, signingTime);
        var digest = SignatureAlgorithms.Digest(signer.DigestAlgorithm)?.Name?.ToLowerInvariant() ?? signer.DigestAlgorithm ?? "";
        return new SignatureFacts(certificate.Copy(), intermediate?.Copy(), signingTime, digest);
    }

    private static bool Verifies(CmsSignerInfo signer, KnownCertificate certificate, ReadOnlySpan<byte> content)
    {
        if (SignatureAlgorithms.Digest(signer.DigestAlgorithm) is not { } digest)
            return false;
        if (signer.Attributes is not { } attributes)
            return certificate.Verify(signer.SignatureAlgorithm, digest, content, signer.Signature.Span);
        return attributes.ContentType == Oids.Data
            && attributes.MessageDigest is { } hash && hash.Span.SequenceEqual(CryptographicOperations.HashData(digest, content))
            && attributes.Signed.Any(signed => certificate.Verify(signer.SignatureAlgorithm, digest, signed, signer.Signature.Span));
    }

    private void CheckIssuer(KnownCertificate? intermediate, DateTimeOffset? signingTime)
    {
        if (intermediate is null)
        {
            Error(PassProblemCode.IntermediateMissing, "The signature lacks the certificate that issued the signer's (Apple's WWDR intermediate).");
            return;
        }

        CheckTimes(intermediate, signingTime);
        if (options.TrustedRoots.Count > 0 && !options.TrustedRoots.Any(root => intermediate.IsIssuedBy(KnownCertificate.Of(root.RawDataMemory))))
            Error(PassProblemCode.CertificateUntrusted, "The signature leads to a root that is not trusted here.");
    }

    private void CheckTimes(KnownCertificate certificate, DateTimeOffset? signingTime)
    {
        var now = options.Clock.GetUtcNow();
        if (now > certificate.NotAfter || signingTime > certificate.NotAfter)
            Error(PassProblemCode.CertificateExpired, string.Create(CultureInfo.InvariantCulture, $"The certificate '{certificate.Name}' expired on {certificate.NotAfter.UtcDateTime:d MMMM yyyy}."));
        if (now < certificate.NotBefore || signingTime < certificate.NotBefore)
            Error(PassProblemCode.CertificateNotYetValid, string.Create(CultureInfo.InvariantCulture, $"The certificate '{certificate.Name}' is valid only from {certificate.NotBefore.UtcDateTime:d MMMM yyyy}."));
    }

    private void Error(string code, string message) => problems.Error(PassFile.Signature, code, message);
}
