using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Passbook.Generator;

namespace Portal.Benchmarks.Signing;

/// <summary>Whole passes with nine images, each another pass, against nothing but the RSA signatures in them.</summary>
internal static class SignRatio
{
    private const double Goal = 0.85;

    // As long as what a pass has to sign: the attributes of a signature over its manifest.
    private const int SignedBytes = 107;

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var authority = DevelopmentAuthority.Create(TimeProvider.System);
        using var signer = PassSigner.FromPkcs12(authority.IssuePassCertificate(SamplePass.Type, SamplePass.Team, "benchmark"), "benchmark");
        using var key = signer.Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The certificate has no RSA key.");
        var assets = SamplePass.NineImages();
        var attributes = RandomNumberGenerator.GetBytes(SignedBytes);

        yield return await Rounds.MeasureAsync(
            "sign",
            Goal,
            () => Workers.RunAsync(_ => key.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), cancellationToken),
            () => Workers.RunAsync(number => Write(SamplePass.Make(number), assets, signer), cancellationToken),
            Workers.Turns);
    }

    private static void Write(Pass pass, PassAssets assets, PassSigner signer)
    {
        using var output = new CountingStream();
        var written = PassPackage.WriteAsync(output, pass, assets, signer);
        if (!written.IsCompletedSuccessfully || output.Count <= SamplePass.ImageBytes)
            throw new InvalidOperationException("The package was not written at once and whole.");
    }
}
