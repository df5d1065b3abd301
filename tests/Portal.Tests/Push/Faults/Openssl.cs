using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using Portal.Testing;
using Portal.Testing.Processes;

namespace Portal.Tests.Push.Faults;

/// <summary>Lets openssl judge a served pass, which knows nothing of our own signing.</summary>
internal static class Openssl
{
    /// <summary>Fails unless the signature fits the manifest and leads to the root at that moment.</summary>
    public static async Task VerifyAsync(byte[] package, X509Certificate2 root, DateTimeOffset at)
    {
        using var folder = TemporaryFolder.Create();
        await using (var archive = new ZipArchive(new MemoryStream(package)))
        {
            foreach (var name in (string[])["manifest.json", "signature"])
            {
                var entry = archive.GetEntry(name) ?? throw new InvalidDataException($"The package has no {name}.");
                await entry.ExtractToFileAsync(folder.File(name), TestContext.Current.CancellationToken);
            }
        }

        await File.WriteAllTextAsync(folder.File("root.pem"), root.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await Command.RunOrThrowAsync(
            "openssl",
            [
                "cms", "-verify", "-binary", "-inform", "DER", "-in", folder.File("signature"), "-content", folder.File("manifest.json"),
                "-CAfile", folder.File("root.pem"), "-purpose", "any", "-attime", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                "-out", folder.File("verified"),
            ],
            TestContext.Current.CancellationToken);
    }
}
