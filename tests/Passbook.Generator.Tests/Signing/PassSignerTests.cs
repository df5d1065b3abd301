using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Signing;

public sealed class PassSignerTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Fact]
    public void A_certificate_tells_its_pass_type_team_and_validity()
    {
        var signer = Development.Signer;

        Assert.Equal(Development.PassType, signer.PassTypeIdentifier);
        Assert.Equal(Development.Team, signer.TeamIdentifier);
        Assert.Equal(Development.Authority.Intermediate.Thumbprint, signer.Intermediate.Thumbprint);
        Assert.InRange(signer.NotAfter, Now.AddDays(390), Now.AddDays(396));
        Assert.InRange(signer.NotBefore, Now.AddDays(-2), Now);
        Assert.True(signer.Certificate.HasPrivateKey);
        Assert.False(signer.Intermediate.HasPrivateKey);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("", null)]
    public void A_file_without_a_password_opens_without_one(string? saved, string? opened)
    {
        var file = Development.Authority.IssuePassCertificate(Development.PassType, Development.Team, saved);

        using var signer = PassSigner.FromPkcs12(file, opened);

        Assert.Equal(Development.PassType, signer.PassTypeIdentifier);
    }

    [Fact]
    public void The_issuer_may_be_given_beside_the_file()
    {
        using var issued = Certificates.WithSubject("UID=pass.a,OU=TEAM", "pass.a");
        var file = Certificates.Pkcs12(issued);

        using var signer = PassSigner.FromPkcs12(file, "secret", [Development.Authority.Root, Certificates.WithoutKey(Development.Authority.Intermediate)]);

        Assert.Equal(Development.Authority.Intermediate.Thumbprint, signer.Intermediate.Thumbprint);
    }

    [Fact]
    public void The_subject_is_read_whatever_its_order_commas_and_repetitions()
    {
        using var leaf = Certificates.WithSubject("DC=one, DC=two, O=\"Coffee, Cake and Co\", OU=TEAM, OU=SECOND, CN=\"Pass Type ID with NFC: pass.a\", UID=pass.a", "pass.a");

        using var signer = PassSigner.FromPkcs12(Certificates.Pkcs12(leaf, Certificates.WithoutKey(Development.Authority.Intermediate)), "secret");

        Assert.Equal("pass.a", signer.PassTypeIdentifier);
        Assert.True(signer.TeamIdentifier is "TEAM" or "SECOND");
    }

    [Fact]
    public void A_file_that_is_no_p12() => Refused(PassCertificateProblem.NotPkcs12, "no .p12", "hello"u8.ToArray());

    [Fact]
    public void A_wrong_password() => Refused(PassCertificateProblem.WrongPassword, "password does not open", Issue(), "Secret");

    [Fact]
    public void A_file_that_asks_for_too_much_work()
    {
        using var leaf = Certificates.NotForPasses();
        var file = leaf.ExportPkcs12(new System.Security.Cryptography.PbeParameters(
            System.Security.Cryptography.PbeEncryptionAlgorithm.Aes256Cbc, System.Security.Cryptography.HashAlgorithmName.SHA256, 900_000), "secret");

        Refused(PassCertificateProblem.TooManyIterations, "far more work", file);
    }

    [Fact]
    public void A_certificate_without_its_key() =>
        Refused(PassCertificateProblem.NoPrivateKey, "no private key", Certificates.Pkcs12(Certificates.WithoutKey(Development.Signer.Certificate)));

    [Fact]
    public void Several_keys_in_one_file()
    {
        using var one = Certificates.WithSubject("UID=pass.a,OU=TEAM", "pass.a");
        using var two = Certificates.WithSubject("UID=pass.b,OU=TEAM", "pass.b");

        Refused(PassCertificateProblem.SeveralKeys, "2 private keys", Certificates.Pkcs12(one, two));
    }

    [Fact]
    public void A_certificate_of_another_kind() =>
        Refused(PassCertificateProblem.NotAPassCertificate, "'shop.example' names no pass type", Certificates.Pkcs12(Certificates.NotForPasses()));

    [Fact]
    public void A_certificate_without_Apples_mark() =>
        Refused(PassCertificateProblem.NotAPassCertificate, "lacks the mark", Certificates.Pkcs12(Certificates.WithSubject("UID=pass.a,OU=TEAM", null)));

    [Fact]
    public void A_certificate_that_contradicts_itself() =>
        Refused(PassCertificateProblem.IdentifiersDiffer, "its subject is for 'pass.a', its extension for 'pass.b'", Certificates.Pkcs12(Certificates.WithSubject("UID=pass.a,OU=TEAM", "pass.b")));

    [Fact]
    public void A_certificate_without_a_team() =>
        Refused(PassCertificateProblem.NoTeam, "names no team", Certificates.Pkcs12(Certificates.WithSubject("UID=pass.a", "pass.a")));

    [Fact]
    public void An_expired_certificate() => Refused(PassCertificateProblem.Expired, "expired on", Issue(Now.AddDays(-20), Now.AddDays(-10)));

    [Fact]
    public void A_certificate_of_tomorrow() => Refused(PassCertificateProblem.NotYetValid, "valid only from", Issue(Now.AddDays(1), Now.AddDays(10)));

    [Fact]
    public void A_certificate_whose_issuer_is_unknown() =>
        Refused(PassCertificateProblem.IntermediateMissing, "add 'Development Worldwide Developer Relations Certification Authority'", Certificates.Pkcs12(Certificates.WithSubject("UID=pass.a,OU=TEAM", "pass.a")));

    [Fact]
    public void An_issuer_of_the_right_name_with_another_key_is_not_the_issuer()
    {
        using var other = DevelopmentAuthority.Create(TimeProvider.System);
        using var leaf = Certificates.WithSubject("UID=pass.a,OU=TEAM", "pass.a");

        Refused(PassCertificateProblem.IntermediateMissing, "issued this one is missing", Certificates.Pkcs12(leaf, Certificates.WithoutKey(other.Intermediate)));
    }

    [Fact]
    public void An_issuer_whose_time_is_over()
    {
        var start = Now.AddDays(-30);
        using var oldRoot = DevelopmentCertificates.MakeRoot(start, Now.AddDays(1));
        using var oldIssuer = DevelopmentCertificates.MakeIntermediate(oldRoot, start, Now.AddDays(-1));
        using var leaf = DevelopmentCertificates.MakeLeaf(oldIssuer, "pass.a", "TEAM", start, Now.AddDays(1), PassKeyAlgorithm.P256);

        Refused(PassCertificateProblem.IntermediateExpired, "issued the one for 'pass.a' expired", Certificates.Pkcs12(leaf, Certificates.WithoutKey(oldIssuer)));
    }

    [Fact]
    public void A_certificate_that_expires_while_in_use_stops_signing()
    {
        var clock = new FakeTimeProvider(Now);
        using var signer = Development.NewSigner(clock: clock);
        Assert.NotEmpty(signer.Sign("{}"u8));

        clock.SetUtcNow(signer.NotAfter.AddSeconds(1));

        Assert.Equal(PassCertificateProblem.Expired, Assert.Throws<PassCertificateException>(() => signer.Sign("{}"u8)).Problem);
    }

    [Fact]
    public void A_disposed_signer_signs_nothing()
    {
        var signer = Development.NewSigner();
        signer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => signer.Sign("{}"u8));
    }

    [Fact]
    public async Task A_key_of_a_kind_that_Wallet_does_not_know_is_named_as_such()
    {
        using var folder = new TemporaryFolder();
        await OtherProgram.RunAsync(folder.Path, "openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/UID=pass.a/OU=TEAM", "-keyout", "key.pem", "-out", "certificate.pem");
        await OtherProgram.RunAsync(folder.Path, "openssl", "pkcs12", "-export", "-inkey", "key.pem", "-in", "certificate.pem", "-passout", "pass:secret", "-out", "file.p12");

        Refused(PassCertificateProblem.UnsupportedKey, "neither RSA nor elliptic curve", folder.Read("file.p12"));
        Refused(PassCertificateProblem.WrongPassword, "does not open", folder.Read("file.p12"), "other");
    }

    [Fact]
    public void Apples_intermediate_is_the_one_it_says_it_is()
    {
        using var apple = AppleIntermediate.Load();

        Assert.Equal("13DC77955271E53DC632E8CCFFE521F3CCC5CED2", apple.SerialNumber);
        Assert.Equal("EA4757885538DD8CB59FF4556F676087D83C85E70902C122E42C0808B5BCE14C", apple.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256));
        Assert.Contains("OU=G4", apple.Subject, StringComparison.Ordinal);
        Assert.Equal(2030, apple.NotAfter.Year);
        Assert.Equal("Apple Worldwide Developer Relations Certification Authority", apple.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
    }

    private static byte[] Issue(DateTimeOffset? start = null, DateTimeOffset? end = null) =>
        Development.Authority.IssuePassCertificate(Development.PassType, Development.Team, "secret", start, end);

    private static void Refused(PassCertificateProblem problem, string sentence, byte[] file, string password = "secret")
    {
        var refusal = Assert.Throws<PassCertificateException>(() => PassSigner.FromPkcs12(file, password).Dispose());

        Assert.Equal(problem, refusal.Problem);
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }
}
