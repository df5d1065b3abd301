using System.Diagnostics;
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
using Portal.Benchmarks.Storming;
using Portal.Data.Storage;
using Portal.Testing.Builders;

namespace Portal.Benchmarks.Stocked;

/// <summary>Whether a portal with a million passes does as much as one with a thousand, on the same machine at the same time.</summary>
internal static class FlatRatio
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int MostFetched = 1_000;

    // A prime.
    private const int Stride = 7_919;

    private static readonly TimeSpan OfVisits = TimeSpan.FromSeconds(2);

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
            var (fewFetched, manyFetched) = (await FetchAsync(small, Few, cancellationToken), await FetchAsync(large, Many, cancellationToken));
            yield return await CompareAsync($"flat-get-cached-{name}", goal, small, large, Again(fewFetched), Again(manyFetched));
            yield return await CompareAsync($"flat-304-{name}", goal, small, large, Unchanged(fewFetched), Unchanged(manyFetched));
            yield return await CompareAsync($"flat-save-{name}", goal, small, large, await SavesAsync(small, Few, cancellationToken), await SavesAsync(large, Many, cancellationToken));
            yield return await ComparePagesAsync($"flat-page-{name}", goal, small, large, cancellationToken);
            foreach (var list in new[] { "passes", "devices" })
                yield return await CompareListsAsync($"flat-{list}-{name}", goal, small, large, $"/test/{list}", cancellationToken);
            // Last, and of the passes that are not saved: with a thousand, each of them is on hundreds of phones afterwards.
            yield return await CompareAsync($"flat-register-{name}", goal, small, large, () => RegisterRatio.NextRequest(Few / 2), () => RegisterRatio.NextRequest(Many / 2));
        }
    }

    private static async Task<Ratio> CompareAsync(
        string name, double goal, StockedPortal small, StockedPortal large, Func<byte[]> ofSmall, Func<byte[]> ofLarge)
    {
        using var few = new LoadClient(small.Address, ofSmall);
        using var many = new LoadClient(large.Address, ofLarge);
        return await Rounds.MeasureAsync(name, goal, few.RunAsync, many.RunAsync);
    }

    // Somebody of the staff opens the dashboard, again and again.
    private static async Task<Ratio> ComparePagesAsync(
        string name, double goal, StockedPortal small, StockedPortal large, CancellationToken cancellationToken)
    {
        using var few = new StaffVisitor(small.Address);
        using var many = new StaffVisitor(large.Address);
        await few.SetUpAsync(small.Process.Output, cancellationToken);
        await many.SetUpAsync(large.Process.Output, cancellationToken);
        return await Rounds.MeasureAsync(
            name, goal, () => VisitAsync(() => few.OpenDashboardAsync(cancellationToken)), () => VisitAsync(() => many.OpenDashboardAsync(cancellationToken)), turns: 1);
    }

    private static async Task<Ratio> CompareListsAsync(
        string name, double goal, StockedPortal small, StockedPortal large, string list, CancellationToken cancellationToken)
    {
        using var few = new HttpClient { BaseAddress = small.Address };
        using var many = new HttpClient { BaseAddress = large.Address };
        return await Rounds.MeasureAsync(
            name, goal, () => VisitAsync(() => few.GetStringAsync(list, cancellationToken)), () => VisitAsync(() => many.GetStringAsync(list, cancellationToken)), turns: 1);
    }

    private static async Task<Sample> VisitAsync(Func<Task> visit)
    {
        var (started, visits) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(started) < OfVisits; visits++)
            await visit();
        return new Sample(visits, Stopwatch.GetElapsedTime(started));
    }

    private static Func<byte[]> Again(IReadOnlyList<Fetched> passes) => Requests([.. passes.Select(pass => $"{pass.Request}\r\n")]);

    // Phones that have the newest version ask for it.
    private static Func<byte[]> Unchanged(IReadOnlyList<Fetched> passes) =>
        Requests([.. passes.Select(pass => $"{pass.Request}If-None-Match: {pass.Tag}\r\n\r\n")]);

    private static Func<byte[]> Requests(IReadOnlyList<string> texts)
    {
        List<byte[]> requests = [.. texts.Select(Encoding.ASCII.GetBytes)];
        return () => requests[RandomNumberGenerator.GetInt32(requests.Count)];
    }

    private static async Task<IReadOnlyList<Fetched>> FetchAsync(StockedPortal portal, int count, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        List<Fetched> passes = [];
        for (var fetched = 0; fetched < MostFetched; fetched++)
        {
            var number = RandomNumberGenerator.GetInt32(count);
            var path = $"/v1/passes/{PushedDevices.PassType}/{ManyRows.Serial(number)}";
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("ApplePass", Token(number));
            using var answer = await http.SendAsync(request, cancellationToken);
            passes.Add(new Fetched(
                $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ApplePass {Token(number)}\r\n", $"{answer.EnsureSuccessStatusCode().Headers.ETag}"));
        }

        return passes;
    }

    private static async Task<Func<byte[]>> SavesAsync(StockedPortal portal, int count, CancellationToken cancellationToken)
    {
        await using var db = await portal.Database.Contexts.CreateDbContextAsync(cancellationToken);
        var (first, saved) = (await db.Passes.MinAsync(pass => pass.Id, cancellationToken), count / 2);
        return () =>
        {
            var points = Interlocked.Increment(ref _points);
            // All over the second half, and none again before the others: two saves of one pass at once would be a conflict.
            var pass = first + saved + ((long)points * Stride % saved);
            return Encoding.ASCII.GetBytes(
                $"POST /test/save?pass={pass}&change={Guid.CreateVersion7()}&field=points&text={points} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");
        };
    }

    private sealed record Fetched(string Request, string Tag);

    private static string Token(int number) => string.Create(CultureInfo.InvariantCulture, $"token-{number:x16}");
}
