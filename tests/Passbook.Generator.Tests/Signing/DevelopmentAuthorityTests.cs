using System.Security.Cryptography.X509Certificates;
using System.Text;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Signing;

public sealed class DevelopmentAuthorityTests
{
    [Fact]
    public void A_pass_certificate_is_like_Apples()
    {
        var leaf = Development.Signer.Certificate;

        Assert.Contains($"CN=Pass Type ID: {Development.PassType}", leaf.Subject, StringComparison.Ordinal);
        Assert.Contains($"OU={Development.Team}", leaf.Subject, StringComparison.Ordinal);
        Assert.Equal([0x0C, (byte)Development.PassType.Length, .. Encoding.ASCII.GetBytes(Development.PassType)], Extension(leaf, Oids.PassTypeIdentifier));
        Assert.NotNull(Extension(leaf, Oids.PassTypeMarker));
        var authorityKey = Assert.Single(leaf.Extensions.OfType<X509AuthorityKeyIdentifierExtension>()).KeyIdentifier;
        Assert.True(authorityKey?.Span.SequenceEqual(Assert.Single(Development.Authority.Intermediate.Extensions.OfType<X509SubjectKeyIdentifierExtension>()).SubjectKeyIdentifierBytes.Span));
        Assert.Contains(Assert.Single(leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>()).EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>(), usage => usage.Value == Oids.ClientAuthentication);
    }

    [Fact]
    public void Nobody_can_take_it_for_Apples()
    {
        Assert.Contains("not Apple", Development.Authority.Root.Subject, StringComparison.Ordinal);
        Assert.Contains("not Apple", Development.Authority.Intermediate.Subject, StringComparison.Ordinal);
        Assert.Contains("not Apple", Development.Signer.Certificate.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Oids.ClientAuthentication)]
    [InlineData("1.3.6.1.5.5.7.3.1")]
    public void Its_certificates_lead_to_its_root_for_TLS(string usage)
    {
        var isServer = usage != Oids.ClientAuthentication;
        var file = isServer
            ? Development.Authority.IssueServerCertificate("localhost", "secret")
            : Development.Authority.IssuePassCertificate("pass.a", "TEAM", "secret");
        var certificates = X509CertificateLoader.LoadPkcs12Collection(file, "secret");
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Development.Authority.Root);
        chain.ChainPolicy.ExtraStore.AddRange(certificates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid(usage));

        var trusted = chain.Build(certificates.Single(certificate => certificate.HasPrivateKey));

        Assert.True(trusted, string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation)));
        Assert.Equal(3, chain.ChainElements.Count);
    }

    [Fact]
    public void It_can_be_kept_and_goes_on_issuing()
    {
        var kept = Development.Authority.ExportPkcs12("its own");

        using var authority = DevelopmentAuthority.FromPkcs12(kept, "its own", TimeProvider.System);
        using var signer = PassSigner.FromPkcs12(authority.IssuePassCertificate("pass.b", "TEAM", "p"), "p");

        Assert.Equal(Development.Authority.Root.Thumbprint, authority.Root.Thumbprint);
        Assert.Equal(Development.Authority.Intermediate.Thumbprint, signer.Intermediate.Thumbprint);
    }

    [Fact]
    public void Something_else_is_no_authority()
    {
        var file = Development.Authority.IssuePassCertificate("pass.a", "TEAM", "p");

        Assert.Throws<PassCertificateException>(() => DevelopmentAuthority.FromPkcs12(file, "p", TimeProvider.System));
        Assert.Throws<PassCertificateException>(() => DevelopmentAuthority.FromPkcs12(Development.Authority.ExportPkcs12("p"), "q", TimeProvider.System));
    }

    private static byte[]? Extension(X509Certificate2 certificate, string type) =>
        certificate.Extensions.SingleOrDefault(extension => extension.Oid?.Value == type)?.RawData;
}
