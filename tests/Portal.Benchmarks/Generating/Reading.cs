using System.Security.Cryptography;
using Passbook.Generator;
using Portal.Benchmarks.Signing;

namespace Portal.Benchmarks.Generating;

/// <summary>A package opened and verified, against the verification of one signature and the hash of the same bytes.</summary>
internal sealed class Reading(Issuer issuer, PassAssets images)
{
    private readonly PassReadOptions _options = new() { TrustedRoots = [issuer.Root] };

    public async Task<Ratio> MeasureAsync(string name, double goal, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await PassPackage.WriteAsync(output, SamplePass.Make(1), images, issuer.Signer, cancellationToken);
        var package = output.ToArray();
        return await Rounds.MeasureAsync(
            name,
            goal,
            () => Workers.RunAsync(1, _ => VerifyBare(package), cancellationToken),
            () => Workers.RunAsync(1, _ => Read(package), cancellationToken),
            Workers.Turns);
    }

    private void VerifyBare(byte[] package)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(package, hash);
        issuer.VerifyBare();
    }

    private void Read(byte[] package)
    {
        using var input = new MemoryStream(package, writable: false);
        var opened = PassPackage.ReadAsync(input, _options);
        if (!opened.IsCompletedSuccessfully || opened.Result is not { Problems.Count: 0, Pass: not null })
            throw new InvalidOperationException("The package was not read at once and whole.");
    }
}
