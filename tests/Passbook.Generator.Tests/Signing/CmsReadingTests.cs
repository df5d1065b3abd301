using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using CsCheck;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Signing;

/// <summary>Our reading of signatures against the framework's, which is written by others.</summary>
public sealed class CmsReadingTests
{
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";

    private static readonly byte[] Manifest = [.. """{"pass.json":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}"""u8];

    [Theory]
    [InlineData(PassKeyAlgorithm.Rsa2048, Sha1, SubjectIdentifierType.IssuerAndSerialNumber)]
    [InlineData(PassKeyAlgorithm.Rsa2048, Oids.Sha256, SubjectIdentifierType.IssuerAndSerialNumber)]
    [InlineData(PassKeyAlgorithm.Rsa2048, Sha384, SubjectIdentifierType.SubjectKeyIdentifier)]
    [InlineData(PassKeyAlgorithm.Rsa2048, Sha512, SubjectIdentifierType.IssuerAndSerialNumber)]
    [InlineData(PassKeyAlgorithm.P256, Oids.Sha256, SubjectIdentifierType.SubjectKeyIdentifier)]
    [InlineData(PassKeyAlgorithm.P256, Sha384, SubjectIdentifierType.IssuerAndSerialNumber)]
    public void Signatures_of_the_framework_verify(PassKeyAlgorithm algorithm, string digest, SubjectIdentifierType named)
    {
        using var signer = Development.NewSigner(algorithm);
        var signature = Sign(signer, Manifest, cms =>
        {
            cms.DigestAlgorithm = new Oid(digest);
            cms.SignedAttributes.Add(new Pkcs9SigningTime(DateTime.UtcNow));
        }, named);

        var (facts, problems) = Check(signature);

        Assert.Empty(problems);
        Assert.Equal(signer.Certificate.Thumbprint, facts?.Certificate.Thumbprint);
        Assert.Equal(digest switch { Sha1 => "sha1", Sha384 => "sha384", Sha512 => "sha512", _ => "sha256" }, facts?.DigestAlgorithm);
    }

    [Fact]
    public void A_signature_over_the_content_itself_lacks_only_its_time() =>
        Assert.Equal([PassProblemCode.SigningTimeMissing], Check(Sign(Development.Signer, Manifest, _ => { })).Problems);

    [Fact]
    public void A_signature_that_holds_its_content_or_has_two_signers_is_told()
    {
        var attached = new SignedCms(new ContentInfo(Manifest), detached: false);
        attached.ComputeSignature(Signer(Development.Signer, SubjectIdentifierType.IssuerAndSerialNumber), silent: true);
        var twice = new SignedCms(new ContentInfo(Manifest), detached: true);
        twice.ComputeSignature(Signer(Development.Signer, SubjectIdentifierType.IssuerAndSerialNumber), silent: true);
        twice.ComputeSignature(Signer(Development.Signer, SubjectIdentifierType.SubjectKeyIdentifier), silent: true);

        Assert.Contains(Check(attached.Encode()).Problems, code => code == PassProblemCode.SignatureInvalid);
        Assert.Contains(Check(twice.Encode()).Problems, code => code == PassProblemCode.SignatureInvalid);
    }

    [Fact]
    public void A_signature_whose_length_is_left_open_verifies()
    {
        var signature = Development.Signer.Sign(Manifest);
        Assert.Equal([0x30, 0x82], signature[..2]);

        Assert.Empty(Check([0x30, 0x80, .. signature[4..], 0, 0]).Problems);
    }

    [Fact]
    public void An_attribute_whose_length_could_be_shorter_is_no_attribute()
    {
        var signature = Development.Signer.Sign(Manifest);
        // The content type: a sequence of 24 bytes that begins with its own identifier.
        var attribute = signature.AsSpan().IndexOf<byte>([0x30, 0x18, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03]);
        Assert.InRange(attribute, 1, signature.Length);

        signature[attribute + 1] = 0x81;

        Assert.Equal([PassProblemCode.SignatureInvalid], Check(signature).Problems);
    }

    [Fact]
    public void An_issuer_that_is_no_authority_does_not_count()
    {
        using var issuer = Certificates.WithSubject("UID=pass.a,OU=TEAM", "pass.a");
        using var key = issuer.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The certificate has lost its key.");
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("UID=pass.b,OU=TEAM", leafKey, HashAlgorithmName.SHA256);
        using var leaf = request.Create(issuer.SubjectName, X509SignatureGenerator.CreateForECDsa(key), DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1), [7]);

        Assert.False(Issuance.IsIssuedBy(leaf, issuer));
        Assert.True(Issuance.IsIssuedBy(issuer, Development.Authority.Intermediate));
    }

    /// <summary>Whatever is done to a signature: what we take for genuine, the framework does too.</summary>
    [Fact]
    public void What_verifies_here_verifies_there()
    {
        var signatures = new[] { PassKeyAlgorithm.Rsa2048, PassKeyAlgorithm.P256 }.Select(algorithm => Development.NewSigner(algorithm).Sign(Manifest)).ToArray();
        var genuine = 0;

        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 4000], Gen.Byte[0, 255], Gen.Int[0, 3]).Sample((which, place, mask, removed) =>
        {
            var changed = signatures[which].ToArray();
            place %= changed.Length;
            changed[place] ^= mask;
            if (removed == 1)
                changed = [.. changed[..place], .. changed[Math.Min(place + mask, changed.Length)..]];
            if (Check(changed).Problems.Length > 0)
                return true;
            genuine++;
            var cms = new SignedCms(new ContentInfo(Manifest), detached: true);
            cms.Decode(changed);
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }, iter: 3000, threads: 1);

        Assert.True(genuine > 0);
    }

    private static (SignatureFacts? Facts, string[] Problems) Check(byte[] signature)
    {
        var problems = new ProblemList();
        var facts = new SignatureCheck(problems, new PassReadOptions { TrustedRoots = [Development.Authority.Root] }).Check(Manifest, signature);
        return (facts, [.. problems.All.Select(problem => problem.Code)]);
    }

    private static byte[] Sign(PassSigner signer, byte[] content, Action<CmsSigner> change, SubjectIdentifierType named = SubjectIdentifierType.IssuerAndSerialNumber)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var by = Signer(signer, named);
        change(by);
        cms.ComputeSignature(by, silent: true);
        return cms.Encode();
    }

    private static CmsSigner Signer(PassSigner signer, SubjectIdentifierType named)
    {
        var by = new CmsSigner(named, signer.Certificate) { DigestAlgorithm = new Oid(Oids.Sha256), IncludeOption = X509IncludeOption.EndCertOnly };
        by.Certificates.Add(signer.Intermediate);
        return by;
    }
}
