using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Signing;

/// <summary>Keys that stay where they are.</summary>
public sealed class HandedInKeyTests : IDisposable
{
    private static readonly byte[] Manifest = [.. "{}"u8];

    private readonly RSA _rsa = Development.Signer.Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("There is no RSA key.");
    private readonly X509Certificate2 _certificate = Certificates.WithoutKey(Development.Signer.Certificate);
    private readonly X509Certificate2[] _intermediates = [Development.Authority.Intermediate];

    [Fact]
    public async Task A_key_of_another_maker_signs_and_openssl_verifies_it()
    {
        using var vault = new VaultKey(_rsa);
        using var signer = PassSigner.FromKey(_certificate, vault, _intermediates);

        await VerifyAsync(signer);

        // Once to see whose key it is, and once for the manifest.
        Assert.Equal(2, vault.Signatures);
        Assert.False(signer.Certificate.HasPrivateKey);
        Assert.Equal(Development.PassType, signer.PassTypeIdentifier);
    }

    [Theory]
    [InlineData("1.2.840.10045.3.1.7")]
    [InlineData("1.3.132.0.34")]
    public async Task An_elliptic_key_signs_and_openssl_verifies_it(string curve)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue(curve));
        using var certificate = Certificates.ForKey(key, "UID=pass.a,OU=TEAM", "pass.a");
        using var signer = PassSigner.FromKey(certificate, key, _intermediates);

        await VerifyAsync(signer);
    }

    [Fact]
    public void The_key_and_the_certificate_stay_the_callers()
    {
        PassSigner.FromKey(_certificate, _rsa, _intermediates).Dispose();

        Assert.NotEmpty(_rsa.SignData(Manifest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.NotEmpty(_certificate.RawData);
    }

    [Fact]
    public void The_key_of_another_certificate_is_refused()
    {
        using var other = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal(PassCertificateProblem.KeyDiffers, Refusal(() => PassSigner.FromKey(_certificate, other, _intermediates)).Problem);
        Assert.Contains($"'{Development.PassType}'", Refusal(() => PassSigner.FromKey(_certificate, curve, _intermediates)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_key_is_refused_as_one_that_does_not_sign()
    {
        using var rsa = _certificate.GetRSAPublicKey() ?? throw new InvalidOperationException("There is no RSA key.");
        using var whole = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var curve = ECDsa.Create(whole.ExportParameters(includePrivateParameters: false));
        using var certificate = Certificates.ForKey(whole, "UID=pass.a,OU=TEAM", "pass.a");

        Assert.Equal(PassCertificateProblem.NoPrivateKey, Refusal(() => PassSigner.FromKey(_certificate, rsa, _intermediates)).Problem);
        var refusal = Refusal(() => PassSigner.FromKey(certificate, curve, _intermediates));
        Assert.Equal(PassCertificateProblem.NoPrivateKey, refusal.Problem);
        Assert.Contains("'pass.a' does not sign", refusal.Message, StringComparison.Ordinal);
        Assert.IsType<CryptographicException>(refusal.InnerException, exactMatch: false);
    }

    [Fact]
    public void What_else_a_key_throws_comes_as_it_is()
    {
        using var vault = new VaultKey(_rsa) { Failure = new TimeoutException("The vault does not answer.") };

        Assert.Same(vault.Failure, Assert.Throws<TimeoutException>(() => PassSigner.FromKey(_certificate, vault, _intermediates)));
    }

    [Fact]
    public void A_disposed_signer_signs_nothing_though_the_key_still_could()
    {
        var signer = PassSigner.FromKey(_certificate, _rsa, _intermediates);
        signer.Dispose();
        signer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => signer.Sign(Manifest));
        Assert.Throws<ObjectDisposedException>(() => Packages.Write(Samples.Coupon, Samples.Assets, signer));
    }

    [Theory]
    [InlineData(400, PassCertificateProblem.Expired)]
    [InlineData(-400, PassCertificateProblem.NotYetValid)]
    public void A_certificate_out_of_its_time_is_refused(int days, PassCertificateProblem problem) =>
        Assert.Equal(problem, Refusal(() => PassSigner.FromKey(_certificate, _rsa, _intermediates, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(days)))).Problem);

    [Fact]
    public void A_certificate_of_another_kind_is_refused()
    {
        using var certificate = Certificates.NotForPasses();
        using var key = certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("There is no RSA key.");

        Assert.Equal(PassCertificateProblem.NotAPassCertificate, Refusal(() => PassSigner.FromKey(certificate, key, _intermediates)).Problem);
    }

    [Fact]
    public void Without_its_issuer_it_is_refused() =>
        Assert.Equal(PassCertificateProblem.IntermediateMissing, Refusal(() => PassSigner.FromKey(_certificate, _rsa)).Problem);

    /// <summary>Apple has had several intermediates of one name; the identifier of the key tells which.</summary>
    [Fact]
    public void Of_several_issuers_of_one_name_the_one_with_the_key_is_taken()
    {
        using var one = DevelopmentAuthority.Create(TimeProvider.System);
        using var two = DevelopmentAuthority.Create(TimeProvider.System);

        using var signer = PassSigner.FromKey(_certificate, _rsa, [one.Root, one.Intermediate, Development.Authority.Intermediate, two.Intermediate]);

        Assert.Equal(Development.Authority.Intermediate.Thumbprint, signer.Intermediate.Thumbprint);
        Assert.Equal(one.Intermediate.Subject, signer.Intermediate.Subject);
        Assert.False(signer.Intermediate.HasPrivateKey);
    }

    [Fact]
    public void Of_an_issuer_and_its_renewal_the_one_that_lasts_longer_is_taken()
    {
        var now = DateTimeOffset.UtcNow;
        using var key = RSA.Create(2048);
        using var root = DevelopmentCertificates.MakeRoot(now.AddDays(-9), now.AddDays(9));
        using var short1 = Certificates.Authority(root, key, now.AddDays(-9), now.AddDays(-1));
        using var long1 = Certificates.Authority(root, key, now.AddDays(-9), now.AddDays(8));
        using var issuer = short1.CopyWithPrivateKey(key);
        using var leaf = DevelopmentCertificates.MakeLeaf(issuer, "pass.a", "TEAM", now.AddDays(-8), now.AddDays(7), PassKeyAlgorithm.P256);

        using var signer = PassSigner.FromPkcs12(Certificates.Pkcs12(leaf), "secret", [short1, long1]);

        Assert.Equal(long1.Thumbprint, signer.Intermediate.Thumbprint);
    }

    [Fact]
    public async Task Several_threads_sign_with_one_key()
    {
        using var vault = new VaultKey(_rsa);
        using var signer = PassSigner.FromKey(_certificate, vault, _intermediates);

        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (index, token) =>
        {
            var package = Packages.Write(Samples.Coupon with { SerialNumber = $"{index}" }, Samples.Assets, signer);
            var opened = await PassPackage.ReadAsync(new MemoryStream(package), token);
            Assert.Empty(opened.Problems);
            Assert.Equal($"{index}", opened.Pass?.SerialNumber);
        });

        Assert.Equal(201, vault.Signatures);
    }

    public void Dispose()
    {
        _rsa.Dispose();
        _certificate.Dispose();
    }

    private static PassCertificateException Refusal(Func<PassSigner> make) => Assert.Throws<PassCertificateException>(() => make().Dispose());

    private static async Task VerifyAsync(PassSigner signer)
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", Manifest);
        folder.Write("signature", signer.Sign(Manifest));
        folder.Write("root.pem", Development.Authority.Root.ExportCertificatePem());
        await OtherProgram.RunAsync(folder.Path, "openssl",
            "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature", "-content", "manifest.json", "-CAfile", "root.pem", "-purpose", "any", "-out", "verified");
        Assert.Equal(Manifest, folder.Read("verified"));
    }
}
