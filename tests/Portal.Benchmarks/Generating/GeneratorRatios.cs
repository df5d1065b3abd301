using System.Runtime.CompilerServices;
using Portal.Benchmarks.Signing;

namespace Portal.Benchmarks.Generating;

/// <summary>What the library promises about its speed and memory, each against the cryptography it cannot do without.</summary>
internal static class GeneratorRatios
{
    private const double PackageGoal = 0.85;
    private const double CmsGoal = 0.93;
    private const double ReadGoal = 0.5;

    // Five hundredths of a signature's time.
    private const double ValidationGoal = 20;

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var issuer = new Issuer();
        var images = SamplePass.NineImages();
        var writing = new Writing(issuer, images);
        foreach (var threads in (int[])[1, 2])
        {
            yield return await Rounds.MeasureAsync(
                $"generator-sign-{threads}",
                PackageGoal,
                () => Workers.RunAsync(threads, _ => issuer.SignBare(), cancellationToken),
                () => Workers.RunAsync(threads, writing.Write, cancellationToken),
                Workers.Turns);
            yield return await Rounds.MeasureAsync(
                $"generator-cms-{threads}",
                CmsGoal,
                () => Workers.RunAsync(threads, _ => issuer.SignBare(), cancellationToken),
                () => Workers.RunAsync(threads, _ => issuer.SignManifest(), cancellationToken),
                Workers.Turns);
        }

        yield return writing.MeasureAllocation();
        yield return await Rounds.MeasureAsync(
            "generator-validate",
            ValidationGoal,
            () => Workers.RunAsync(1, _ => issuer.SignBare(), cancellationToken),
            () => Workers.RunAsync(1, writing.Validate, cancellationToken),
            Workers.Turns);
        yield return await new Reading(issuer, SamplePass.NineImages(SamplePass.ImageBytes / 9)).MeasureAsync("generator-read-230kB", ReadGoal, cancellationToken);
        yield return await new Reading(issuer, images).MeasureAsync("generator-read-2MB", ReadGoal, cancellationToken);
        yield return await BundleMemory.MeasureAsync(issuer, cancellationToken);
    }
}
