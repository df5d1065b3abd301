using Microsoft.Extensions.Configuration;
using Passbook.Generator;
using Portal.Hosting;
using Portal.Testing;

namespace Portal.Tests.Hosting;

public sealed class TrustedRootTests : IDisposable
{
    private const string NoCertificate =
        "is no certificate, or a damaged one: it has to be PEM (it begins with -----BEGIN CERTIFICATE-----) or DER.";

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private string Root => _folder.File("root.pem");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_root_in_PEM_or_DER_is_taken()
    {
        using var authority = DevelopmentAuthority.Create(TimeProvider.System);
        File.WriteAllText(Root, authority.Root.ExportCertificatePem());
        Check(Root);
        File.WriteAllBytes(Root, authority.Root.RawData);
        Check(Root);
    }

    [Fact]
    public void A_certificate_that_another_one_issued_is_no_root()
    {
        using var authority = DevelopmentAuthority.Create(TimeProvider.System);
        using var signer = PassSigner.FromPkcs12(authority.IssuePassCertificate("pass.test.leaf", "TEAM123456", "secret"), "secret");
        File.WriteAllText(Root, signer.Certificate.ExportCertificatePem());
        Assert.Contains("no root", Assert.Throws<StartFailedException>(() => Check(Root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_file_there_is_nothing_to_look_at(string? file) => Check(file);

    [Theory]
    [InlineData("", "is empty: export the certificate again.")]
    [InlineData("not a certificate", NoCertificate)]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", NoCertificate)]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", NoCertificate)]
    public void A_file_that_is_no_certificate_is_refused_in_our_own_words(string content, string words)
    {
        File.WriteAllText(Root, content);
        Assert.Equal($"Apns:TrustedRootFile: '{Root}' {words}", Refusal(Root));
    }

    [Fact]
    public void A_certificate_with_its_private_key_is_no_root_to_trust()
    {
        using var authority = DevelopmentAuthority.Create(TimeProvider.System);
        File.WriteAllBytes(Root, authority.ExportPkcs12(password: null));
        Assert.EndsWith(NoCertificate, Refusal(Root), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_leads_to_no_file_is_said()
    {
        Assert.Contains($"'{_folder.Path}' is a folder", Refusal(_folder.Path), StringComparison.Ordinal);
        Assert.Contains("does not exist", Refusal(_folder.File("no/such.pem")), StringComparison.Ordinal);
    }

    private static string Refusal(string file) => Assert.Throws<StartFailedException>(() => Check(file)).Message;

    private static void Check(string? file) => TrustedRoot.Check(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Apns:TrustedRootFile", file)]).Build());
}
