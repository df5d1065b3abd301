using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Portal.Benchmarks.Processes;
using Portal.Benchmarks.Pushing;
using Portal.Benchmarks.Stocked;
using Portal.Data.Storage;
using Portal.Testing.Builders;

namespace Portal.Benchmarks.Storming;

/// <summary>
/// A publication wakes 10,000 phones, spread over 20 seconds: each asks what changed and fetches its own pass, which nobody has
/// fetched before, while staff open the dashboard. Any error ends the run.
/// </summary>
internal static class StormRatio
{
    private const int Phones = 10_000;
    private const double ListMilliseconds = 300;
    private const double PageMilliseconds = 500;

    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenPages = TimeSpan.FromMilliseconds(200);

    public static async IAsyncEnumerable<Ratio> MeasureAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var apns = await ChildProcess.StartAsync(nameof(ApnsServer), ["0"], cancellationToken);
        using var service = new PushService(ApnsServer.Of(apns));
        foreach (var (name, provider) in new[] { ("sqlite", DatabaseProvider.Sqlite), ("postgres", DatabaseProvider.PostgreSql) })
        {
            await using var portal = await StockedPortal.StartAsync(provider, service, Phones, cancellationToken);
            using var staff = new StaffVisitor(portal.Address);
            await staff.SetUpAsync(portal.Process.Output, cancellationToken);
            await staff.OpenDashboardAsync(cancellationToken);
            await portal.Orders.PublishAsync(portal.DesignId, edition: 1, cancellationToken);
            var (lists, pages) = await StormAsync(portal, staff, cancellationToken);
            yield return await Within.MillisecondsAsync($"storm-list-{name}", Within.Percentile(lists, 0.99), ListMilliseconds);
            yield return await Within.MillisecondsAsync($"storm-page-{name}", Within.Percentile(pages, 0.95), PageMilliseconds);
        }
    }

    private static async Task<(ConcurrentBag<double> Lists, ConcurrentBag<double> Pages)> StormAsync(
        StockedPortal portal, StaffVisitor staff, CancellationToken cancellationToken)
    {
        var (lists, pages, chance) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), new Random(Phones));
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = portal.Address };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var visits = Task.Run(
            async () =>
            {
                while (!over.IsCancellationRequested)
                {
                    pages.Add(await TimedAsync(() => staff.OpenDashboardAsync(cancellationToken)));
                    await Task.Delay(BetweenPages, cancellationToken);
                }
            },
            cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Phones).Select(phone => (Phone: phone, At: Spread * chance.NextDouble())).Select(async wake =>
        {
            await Task.Delay(wake.At, cancellationToken);
            lists.Add(await TimedAsync(() => ListAsync(http, portal, wake.Phone, cancellationToken)));
            await FetchAsync(http, wake.Phone, cancellationToken);
        }));
        await over.CancelAsync();
        await visits;
        return (lists, pages);
    }

    private static async Task ListAsync(HttpClient http, StockedPortal portal, int phone, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(
            new Uri($"/v1/devices/{ManyRows.Device(phone)}/registrations/{PushedDevices.PassType}?passesUpdatedSince={portal.Tag}", UriKind.Relative), cancellationToken);
        var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
        if (!text.Contains(ManyRows.Serial(phone), StringComparison.Ordinal))
            throw new InvalidOperationException($"Phone {phone} was told '{text}'.");
    }

    private static async Task FetchAsync(HttpClient http, int phone, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/passes/{PushedDevices.PassType}/{ManyRows.Serial(phone)}");
        request.Headers.Authorization = new AuthenticationHeaderValue("ApplePass", string.Create(CultureInfo.InvariantCulture, $"token-{phone:x16}"));
        using var answer = await http.SendAsync(request, cancellationToken);
        if ((await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken)).Length == 0)
            throw new InvalidOperationException($"Phone {phone} got nothing.");
    }

    private static async Task<double> TimedAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
