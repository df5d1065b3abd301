using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Comparison;

/// <summary>passkit-generator, the pass builder of npm, installed once into the folder for temporary files.</summary>
internal static class PasskitGenerator
{
    private const string Version = "3.6.1";

    private static string Modules => Path.Combine(Path.GetTempPath(), $"passbook-passkit-generator-{Version}");

    /// <summary>Lets the script make its packages in a folder; skips the test with a word where there is no Node.js.</summary>
    public static async Task BuildAsync(string folder)
    {
        Assert.SkipUnless(OtherProgram.IsThere("node") && OtherProgram.IsThere("npm"), "Node.js and npm are not on this machine; this test compares with a package of theirs.");
        if (!Directory.Exists(Modules))
            await InstallAsync();
        WriteCertificates(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "icon.png"), Samples.Png(114, 114), TestContext.Current.CancellationToken);
        await OtherProgram.RunAsync(folder, "node", Path.Combine(AppContext.BaseDirectory, "Comparison", "passkit-generator.mjs"), Modules, folder);
    }

    /// <summary>Installs beside the final folder and moves it there, so that a broken download leaves none.</summary>
    private static async Task InstallAsync()
    {
        var beside = Directory.CreateDirectory($"{Modules}-{Guid.NewGuid():N}").FullName;
        var (code, said) = await OtherProgram.TryRunAsync(
            beside, "npm", "install", "--prefix", beside, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--no-package-lock",
            "--prefer-offline", "--fetch-retries=1", "--fetch-timeout=30000", "--loglevel=error", $"passkit-generator@{Version}");
        if (code == 0 && !Directory.Exists(Modules))
            Directory.Move(beside, Modules);
        else
            Directory.Delete(beside, recursive: true);
        Assert.SkipUnless(code == 0, $"npm could not fetch passkit-generator {Version}, with which this test compares: {said}");
    }

    private static void WriteCertificates(string folder)
    {
        var file = Development.Authority.IssuePassCertificate(Development.PassType, Development.Team, "secret");
        var certificates = X509CertificateLoader.LoadPkcs12Collection(file, "secret", X509KeyStorageFlags.Exportable);
        var leaf = certificates.Single(certificate => certificate.HasPrivateKey);
        using var key = leaf.GetRSAPrivateKey() ?? throw new CryptographicException("The certificate has no RSA key.");
        File.WriteAllText(Path.Combine(folder, "leaf.pem"), leaf.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportRSAPrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "wwdr.pem"), Development.Authority.Intermediate.ExportCertificatePem());
    }
}
