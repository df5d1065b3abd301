using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Microsoft.Extensions.Time.Testing;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Signing;

/// <summary>The signature as programs of others see it.</summary>
public sealed class SignatureTests
{
    private static readonly byte[] Manifest = [.. """{"pass.json":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}"""u8];

    [Theory]
    [InlineData(PassKeyAlgorithm.Rsa2048, "rsaEncryption")]
    [InlineData(PassKeyAlgorithm.P256, "ecdsa-with-SHA256")]
    public async Task Openssl_verifies_it_and_shows_what_Apple_asks_for(PassKeyAlgorithm algorithm, string signatureAlgorithm)
    {
        using var folder = new TemporaryFolder();
        using var signer = Development.NewSigner(algorithm);
        folder.Write("manifest.json", Manifest);
        folder.Write("signature", signer.Sign(Manifest));
        folder.Write("root.pem", Development.Authority.Root.ExportCertificatePem());

        await OtherProgram.RunAsync(folder.Path, "openssl",
            "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature", "-content", "manifest.json", "-CAfile", "root.pem", "-purpose", "any", "-out", "verified");
        var shown = await OtherProgram.RunAsync(folder.Path, "openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", "signature");

        Assert.Equal(Manifest, folder.Read("verified"));
        Assert.Equal(2, Count(shown, "d.certificate:"));
        Assert.Equal(1, Count(shown, "d.issuerAndSerialNumber:"));
        Assert.Equal(1, Count(shown, "object: signingTime"));
        Assert.Equal(1, Count(shown, "object: messageDigest"));
        Assert.Equal(1, Count(shown, "object: contentType"));
        Assert.Contains("eContent: <ABSENT>", shown, StringComparison.Ordinal);
        var signerInfo = shown[shown.IndexOf("signerInfos:", StringComparison.Ordinal)..];
        Assert.Contains("algorithm: sha256", signerInfo, StringComparison.Ordinal);
        Assert.Contains($"algorithm: {signatureAlgorithm}", signerInfo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Openssl_refuses_it_for_another_manifest()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", "{}");
        folder.Write("signature", Development.Signer.Sign(Manifest));
        folder.Write("root.pem", Development.Authority.Root.ExportCertificatePem());

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => OtherProgram.RunAsync(folder.Path, "openssl",
            "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature", "-content", "manifest.json", "-CAfile", "root.pem", "-purpose", "any"));
    }

    [Theory]
    [InlineData("2027-05-01T12:00:00Z")]
    [InlineData("2049-12-31T23:59:59Z")]
    [InlineData("2050-01-01T00:00:00Z")]
    public void It_says_when_it_was_made(string time)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));
        using var authority = DevelopmentAuthority.Create(clock);
        using var signer = PassSigner.FromPkcs12(authority.IssuePassCertificate("pass.a", "TEAM", null, algorithm: PassKeyAlgorithm.P256), null, clock: clock);

        var cms = Decode(signer.Sign(Manifest));

        var said = cms.SignerInfos[0].SignedAttributes.Cast<CryptographicAttributeObject>()
            .Single(attribute => attribute.Oid.Value == Oids.SigningTime).Values[0].RawData;
        var reader = new AsnReader(said, AsnEncodingRules.DER);
        Assert.Equal(clock.GetUtcNow(), clock.GetUtcNow().Year < 2050 ? reader.ReadUtcTime() : reader.ReadGeneralizedTime());
    }

    [Fact]
    public async Task Several_threads_sign_with_one_signer()
    {
        var token = TestContext.Current.CancellationToken;
        var signatures = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => Enumerable.Range(0, 50).Select(_ => Development.Signer.Sign(Manifest)).ToArray(), token)));

        Assert.All(signatures.SelectMany(each => each), signature => Decode(signature));
    }

    private static SignedCms Decode(byte[] signature)
    {
        var cms = new SignedCms(new ContentInfo(Manifest), detached: true);
        cms.Decode(signature);
        cms.CheckSignature(verifySignatureOnly: true);
        return cms;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
