using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Portal.Benchmarks.Listing;
using Portal.Benchmarks.Processes;
using Portal.Benchmarks.Signing;
using Portal.Data.Storage;

namespace Portal.Benchmarks.Getting;

/// <summary>
/// A pass fetched: from the cache and as 304, against an empty Kestrel that gives the same bytes, and signed anew for each request,
/// against nothing but RSA signatures.
/// </summary>
internal static class GetRatio
{
    private const int SignedBytes = 107;

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (name, provider, unchanged) in new[] { ("sqlite", DatabaseProvider.Sqlite, 0.6), ("postgres", DatabaseProvider.PostgreSql, 0.25) })
        {
            await using (var portal = await FetchedPasses.StartAsync(provider, cacheMegabytes: 64, cancellationToken))
            {
                yield return await AgainstEmptyAsync($"get-cached-{name}", 0.5, portal, portal.Requests(), cancellationToken);
                yield return await AgainstEmptyAsync($"get-304-{name}", unchanged, portal, await portal.ConditionalRequestsAsync(cancellationToken), cancellationToken);
            }

            await using (var portal = await FetchedPasses.StartAsync(provider, cacheMegabytes: 0, cancellationToken))
                yield return await AgainstSignaturesAsync($"get-signed-{name}", 0.75, portal, cancellationToken);
        }
    }

    private static async Task<Ratio> AgainstEmptyAsync(
        string name, double goal, FetchedPasses portal, IReadOnlyList<byte[]> requests, CancellationToken cancellationToken)
    {
        using var asking = new LoadClient(portal.Address, requests);
        var answer = portal.FileOf("answer");
        await File.WriteAllTextAsync(answer, asking.Sample, Encoding.Latin1, cancellationToken);
        await using var server = await ChildProcess.StartAsync(nameof(EmptyServer), [answer], cancellationToken);
        using var limit = new LoadClient(new Uri(server.Ready), requests);
        return await Rounds.MeasureAsync(name, goal, limit.RunAsync, asking.RunAsync);
    }

    private static async Task<Ratio> AgainstSignaturesAsync(string name, double goal, FetchedPasses portal, CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2048);
        var attributes = RandomNumberGenerator.GetBytes(SignedBytes);
        using var asking = new LoadClient(portal.Address, portal.Requests());
        return await Rounds.MeasureAsync(
            name, goal,
            () => Workers.RunAsync(_ => key.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), cancellationToken),
            asking.RunAsync);
    }
}
