using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Benchmarks.Listing;
using Portal.Benchmarks.Processes;
using Portal.Benchmarks.Pushing;
using Portal.Benchmarks.Registering;
using Portal.Data.Storage;
using Portal.Testing.Builders;

namespace Portal.Benchmarks.Stocked;

/// <summary>Whether a portal with a million passes does as much as one with a thousand, on the same machine at the same time.</summary>
internal static class FlatRatio
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int MostFetched = 1_000;

    // Every save has a value of its own, so that each is one.
    private static int _points;

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var apns = await ChildProcess.StartAsync(nameof(ApnsServer), ["0"], cancellationToken);
        using var service = new PushService(ApnsServer.Of(apns));
        foreach (var (name, provider, goal) in new[] { ("sqlite", DatabaseProvider.Sqlite, 1 / 1.5), ("postgres", DatabaseProvider.PostgreSql, 1 / 2d) })
        {
            await using var small = await StockedPortal.StartAsync(provider, service, Few, cancellationToken);
            await using var large = await StockedPortal.StartAsync(provider, service, Many, cancellationToken);
            yield return await CompareAsync($"flat-304-{name}", goal, small, large, await UnchangedAsync(small, Few, cancellationToken), await UnchangedAsync(large, Many, cancellationToken));
            yield return await CompareAsync($"flat-register-{name}", goal, small, large, () => RegisterRatio.NextRequest(Few), () => RegisterRatio.NextRequest(Many));
            yield return await CompareAsync($"flat-save-{name}", goal, small, large, await SavesAsync(small, Few, cancellationToken), await SavesAsync(large, Many, cancellationToken));
        }
    }

    private static async Task<Ratio> CompareAsync(
        string name, double goal, StockedPortal small, StockedPortal large, Func<byte[]> ofSmall, Func<byte[]> ofLarge)
    {
        using var few = new LoadClient(small.Address, ofSmall);
        using var many = new LoadClient(large.Address, ofLarge);
        return await Rounds.MeasureAsync(name, goal, few.RunAsync, many.RunAsync);
    }

    // Phones that have the newest version ask for it.
    private static async Task<Func<byte[]>> UnchangedAsync(StockedPortal portal, int count, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        List<byte[]> requests = [];
        for (var fetched = 0; fetched < MostFetched; fetched++)
        {
            var number = RandomNumberGenerator.GetInt32(count);
            var path = $"/v1/passes/{PushedDevices.PassType}/{ManyRows.Serial(number)}";
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("ApplePass", Token(number));
            using var answer = await http.SendAsync(request, cancellationToken);
            requests.Add(Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ApplePass {Token(number)}\r\nIf-None-Match: {answer.EnsureSuccessStatusCode().Headers.ETag}\r\n\r\n"));
        }

        return () => requests[RandomNumberGenerator.GetInt32(requests.Count)];
    }

    private static async Task<Func<byte[]>> SavesAsync(StockedPortal portal, int count, CancellationToken cancellationToken)
    {
        await using var db = await portal.Database.Contexts.CreateDbContextAsync(cancellationToken);
        var first = await db.Passes.MinAsync(pass => pass.Id, cancellationToken);
        return () =>
        {
            var (pass, points) = (first + RandomNumberGenerator.GetInt32(count), Interlocked.Increment(ref _points));
            return Encoding.ASCII.GetBytes(
                $"POST /test/save?pass={pass}&change={Guid.CreateVersion7()}&field=points&text={points} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");
        };
    }

    private static string Token(int number) => string.Create(CultureInfo.InvariantCulture, $"token-{number:x16}");
}
