using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Signing;

/// <summary>Files as other programs export them.</summary>
public sealed class LegacyExportTests
{
    [Theory]
    [InlineData("AES-256-CBC", "AES-256-CBC")]
    [InlineData("PBE-SHA1-3DES", "PBE-SHA1-3DES")]
    public async Task An_export_of_openssl_opens(string keyCipher, string certificateCipher)
    {
        var file = await ExportAsync("-keypbe", keyCipher, "-certpbe", certificateCipher);

        using var signer = PassSigner.FromPkcs12(file, "secret");

        Assert.Equal(Development.PassType, signer.PassTypeIdentifier);
    }

    /// <summary>Keychain Access locks certificates with RC2: either the machine can read it, or the sentence says what to do.</summary>
    [Fact]
    public async Task An_old_export_opens_or_says_what_to_do()
    {
        var file = await ExportAsync("-legacy");

        var refusal = Record.Exception(() => PassSigner.FromPkcs12(file, "secret").Dispose());

        if (refusal is not null)
            Assert.Equal(PassCertificateProblem.UnsupportedEncryption, Assert.IsType<PassCertificateException>(refusal).Problem);
        Assert.Equal(PassCertificateProblem.WrongPassword, Assert.Throws<PassCertificateException>(() => PassSigner.FromPkcs12(file, "no").Dispose()).Problem);
    }

    private static async Task<byte[]> ExportAsync(params string[] options)
    {
        using var folder = new TemporaryFolder();
        folder.Write("ours.p12", Development.Authority.IssuePassCertificate(Development.PassType, Development.Team, "secret"));
        await OtherProgram.RunAsync(folder.Path, "openssl", "pkcs12", "-in", "ours.p12", "-passin", "pass:secret", "-nodes", "-out", "all.pem");
        await OtherProgram.RunAsync(folder.Path, "openssl", ["pkcs12", "-export", "-in", "all.pem", "-passout", "pass:secret", "-out", "theirs.p12", .. options]);
        return folder.Read("theirs.p12");
    }
}
