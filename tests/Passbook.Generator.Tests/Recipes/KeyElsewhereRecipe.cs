using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class KeyElsewhereRecipe
{
    [Fact]
    public async Task A_key_that_lives_elsewhere()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var certificates = X509CertificateLoader.LoadPkcs12Collection(Development.Authority.IssuePassCertificate(Development.PassType, Development.Team, "secret"), "secret");
        var certificate = certificates.Single(certificate => certificate.HasPrivateKey);
        var intermediate = certificates.Single(certificate => !certificate.HasPrivateKey);
        var vault = new Vault(certificate);
        var (pass, assets, package) = (Samples.Coupon, Samples.Assets, new MemoryStream());

        // recipe
        // Any RSA or ECDsa: a hardware module's, a cloud vault's. Apple's own intermediate need not be given.
        using var key = vault.OpenKey("pass.example.coffee");
        using var signer = PassSigner.FromKey(certificate, key, [intermediate]);
        await PassPackage.WriteAsync(package, pass, assets, signer, cancellationToken);
        // end

        package.Position = 0;
        Assert.Empty((await PassPackage.ReadAsync(package, cancellationToken)).Problems);
        // One to see that the key is the certificate's, one for the pass.
        Assert.Equal(2, vault.Signatures);
    }

    private sealed class Vault(X509Certificate2 certificate)
    {
        public int Signatures { get; private set; }

        public RSA OpenKey(string name) => certificate.Subject.Contains(name, StringComparison.Ordinal)
            ? new Key(this, certificate.GetRSAPrivateKey()!)
            : throw new CryptographicException($"There is no key '{name}'.");

        /// <summary>Signs hashes and gives nothing away, as a hardware module does.</summary>
        private sealed class Key(Vault vault, RSA inside) : RSA
        {
            public override int KeySize => inside.KeySize;

            public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
            {
                vault.Signatures++;
                return inside.SignHash(hash, hashAlgorithm, padding);
            }

            public override RSAParameters ExportParameters(bool includePrivateParameters) =>
                includePrivateParameters ? throw new CryptographicException("The key stays here.") : inside.ExportParameters(false);

            public override void ImportParameters(RSAParameters parameters) => throw new CryptographicException("The key is given.");
        }
    }
}
