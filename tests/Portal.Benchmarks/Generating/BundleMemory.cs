using Passbook.Generator;
using Portal.Benchmarks.Signing;

namespace Portal.Benchmarks.Generating;

/// <summary>What a bundle of ten passes takes to be written when its images are small, against when they are as large as may be.</summary>
internal static class BundleMemory
{
    private const double Goal = 0.9;
    private const int Small = 1_000;
    private const int Large = 1_600_000;

    public static async Task<Ratio> MeasureAsync(Issuer issuer, CancellationToken cancellationToken)
    {
        var (small, large) = (SamplePass.NineImages(Small), SamplePass.NineImages(Large));
        await AllocateAsync(issuer, small, cancellationToken);
        var (ofSmall, ofLarge) = (await AllocateAsync(issuer, small, cancellationToken), await AllocateAsync(issuer, large, cancellationToken));
        await Console.Error.WriteLineAsync(FormattableString.Invariant($"  generator-bundle-memory: {ofSmall} bytes for 0.1 MB, {ofLarge} bytes for 144 MB"));
        return new Ratio("generator-bundle-memory", (double)ofSmall / ofLarge, Goal);
    }

    private static async Task<long> AllocateAsync(Issuer issuer, PassAssets images, CancellationToken cancellationToken)
    {
        using var output = new CountingStream();
        var passes = Enumerable.Range(0, PassBundle.MaxPasses).Select(number => new BundledPass(SamplePass.Make(number), images, issuer.Signer));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await PassBundle.WriteAsync(output, passes, cancellationToken);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        if (output.Count < PassBundle.MaxPasses * images.Files.Sum(file => (long)file.Content.Length))
            throw new InvalidOperationException("The bundle was not written whole.");
        return allocated;
    }
}
