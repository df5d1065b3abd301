using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Passbook.Generator;

/// <summary>Verifies the signature over a manifest, and the certificates in it against each other.</summary>
internal sealed class SignatureCheck(ProblemList problems, PassReadOptions options)
{
    public SignatureFacts? Check(ReadOnlyMemory<byte> manifest, ReadOnlyMemory<byte> signature)
    {
        var cms = new SignedCms(new ContentInfo(manifest.ToArray()), detached: true);
        try
        {
            cms.Decode(signature.Span);
            var facts = Check(cms);
            if (!CmsFrame.IsConsistent(signature))
                Error(PassProblemCode.SignatureInvalid, "The signature is not a detached one by one signer, or contradicts itself.");
            return facts;
        }
        catch (Exception wrong) when (wrong is CryptographicException or AsnContentException)
        {
            // Certificates are decoded only as they are looked at, so a broken one may show itself anywhere.
            Error(PassProblemCode.SignatureInvalid, "The signature cannot be read.");
            return null;
        }
    }

    private SignatureFacts? Check(SignedCms cms)
    {
        if (cms.SignerInfos.Count != 1)
        {
            return null;
        }

        var signer = cms.SignerInfos[0];
        if (signer.Certificate is not { } certificate)
        {
            Error(PassProblemCode.CertificateMissing, "The signature lacks the certificate it was made with.");
            return null;
        }

        if (!Verifies(signer))
            Error(PassProblemCode.SignatureWrong, "The signature is not over this manifest: the pass was changed after it was signed.");
        var facts = new SignatureFacts(certificate, FindIssuer(cms, certificate), SigningTime(signer), signer.DigestAlgorithm.FriendlyName ?? signer.DigestAlgorithm.Value ?? "");
        CheckFacts(facts);
        return facts;
    }

    private static bool Verifies(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private void CheckFacts(SignatureFacts facts)
    {
        if (facts.SigningTime is null)
            Error(PassProblemCode.SigningTimeMissing, "The signature does not say when it was made, which Wallet asks for.");
        try
        {
            PassCertificate.Require(facts.Certificate);
        }
        catch (PassCertificateException wrong)
        {
            Error(PassProblemCode.CertificateWrong, wrong.Message);
        }

        CheckTimes(facts.Certificate, facts.SigningTime);
        if (facts.Intermediate is null)
        {
            Error(PassProblemCode.IntermediateMissing, "The signature lacks the certificate that issued the signer's (Apple's WWDR intermediate).");
            return;
        }

        CheckTimes(facts.Intermediate, facts.SigningTime);
        if (options.TrustedRoots.Count > 0 && !options.TrustedRoots.Any(root => Issuance.IsIssuedBy(facts.Intermediate, root)))
            Error(PassProblemCode.CertificateUntrusted, "The signature leads to a root that is not trusted here.");
    }

    private void CheckTimes(X509Certificate2 certificate, DateTimeOffset? signingTime)
    {
        var now = options.Clock.GetUtcNow();
        var start = new DateTimeOffset(certificate.NotBefore);
        var end = new DateTimeOffset(certificate.NotAfter);
        var name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        if (now > end || signingTime > end)
            Error(PassProblemCode.CertificateExpired, string.Create(CultureInfo.InvariantCulture, $"The certificate '{name}' expired on {end.UtcDateTime:d MMMM yyyy}."));
        if (now < start || signingTime < start)
            Error(PassProblemCode.CertificateNotYetValid, string.Create(CultureInfo.InvariantCulture, $"The certificate '{name}' is valid only from {start.UtcDateTime:d MMMM yyyy}."));
    }

    private static X509Certificate2? FindIssuer(SignedCms cms, X509Certificate2 certificate) =>
        cms.Certificates.FirstOrDefault(candidate => !ReferenceEquals(candidate, certificate) && Issuance.IsIssuedBy(certificate, candidate));

    // Not Pkcs9SigningTime, which does not know the form of 2050 and later.
    private static DateTimeOffset? SigningTime(SignerInfo signer)
    {
        foreach (var attribute in signer.SignedAttributes)
        {
            if (attribute.Oid.Value != Oids.SigningTime || attribute.Values.Count != 1)
                continue;
            try
            {
                var reader = new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.DER);
                return reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
            }
            catch (AsnContentException)
            {
                return null;
            }
        }

        return null;
    }

    private void Error(string code, string message) => problems.Error(PassFile.Signature, code, message);
}
