using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Passbook.Generator;
using Portal.Benchmarks.Signing;

namespace Portal.Benchmarks.Generating;

/// <summary>A certificate, used through the library and bare.</summary>
internal sealed class Issuer : IDisposable
{
    // As long as what a pass has to sign: the attributes of a signature over its manifest.
    private const int SignedBytes = 107;

    // Pass.json and nine images, a hash each.
    private const int ManifestBytes = 600;

    private readonly DevelopmentAuthority _authority = DevelopmentAuthority.Create(TimeProvider.System);
    private readonly RSA _key;
    private readonly RSA _publicKey;
    private readonly byte[] _attributes = RandomNumberGenerator.GetBytes(SignedBytes);
    private readonly byte[] _manifest = RandomNumberGenerator.GetBytes(ManifestBytes);
    private readonly byte[] _signature;

    public Issuer()
    {
        Signer = PassSigner.FromPkcs12(_authority.IssuePassCertificate(SamplePass.Type, SamplePass.Team, "benchmark"), "benchmark");
        _key = Signer.Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The certificate has no RSA key.");
        _publicKey = Signer.Certificate.GetRSAPublicKey() ?? throw new InvalidOperationException("The certificate has no RSA key.");
        _signature = SignBare();
    }

    public PassSigner Signer { get; }

    public X509Certificate2 Root => _authority.Root;

    public byte[] SignBare() => _key.SignData(_attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public byte[] SignManifest() => Signer.Sign(_manifest);

    public void VerifyBare()
    {
        if (!_publicKey.VerifyData(_attributes, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            throw new InvalidOperationException("The signature does not verify.");
    }

    public void Dispose()
    {
        _key.Dispose();
        _publicKey.Dispose();
        Signer.Dispose();
        _authority.Dispose();
    }
}
