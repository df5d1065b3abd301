using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Benchmarks.Load;
using Portal.Benchmarks.Processes;
using Portal.Benchmarks.Pushing;
using Portal.Benchmarks.Stocked;
using Portal.Data.Storage;
using Portal.Testing.Builders;

namespace Portal.Benchmarks.Remembering;

/// <summary>
/// What a portal holds in memory with 1,000,000 passes and 2,000,000 registrations, while phones list, fetch and register and staff
/// save: how much at most, and how much more at the end than after the first quarter.
/// </summary>
internal static class MemoryRun
{
    public const string Usage = "memory [--database sqlite|postgres] [--minutes 60] [--passes 1000000]";

    private const double MostMegabytes = 400;
    private const double MostGrowth = 1.05;
    private const int Phones = 8;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <returns>The exit code: 0 when both limits were kept.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var provider = options.GetValueOrDefault("--database") is "postgres" ? DatabaseProvider.PostgreSql : DatabaseProvider.Sqlite;
        var minutes = double.Parse(options.GetValueOrDefault("--minutes", "60"), CultureInfo.InvariantCulture);
        var passes = int.Parse(options.GetValueOrDefault("--passes", "1000000"), CultureInfo.InvariantCulture);
        // As docs/deployment.md has it; processes inherit it.
        Environment.SetEnvironmentVariable("MALLOC_ARENA_MAX", "2");
        await using var apns = await ChildProcess.StartAsync(nameof(ApnsServer), ["20"], CancellationToken.None);
        using var service = new PushService(ApnsServer.Of(apns));
        await using var portal = await StockedPortal.StartAsync(provider, service, passes, CancellationToken.None);
        await SecondPhonesAsync(portal, CancellationToken.None);
        var looks = await LoadAsync(portal, passes, TimeSpan.FromMinutes(minutes));
        var (most, quarter, last) = (looks.Max(), Middle(looks, 0.25, 0.5), Middle(looks, 0.75, 1));
        var name = provider is DatabaseProvider.Sqlite ? "sqlite" : "postgres";
        Ratio[] ratios =
        [
            await Within.MegabytesAsync($"memory-{name}", most, MostMegabytes),
            new($"memory-growth-{name}", MostGrowth * quarter / last, 1),
        ];
        foreach (var ratio in ratios)
            Console.WriteLine(ratio);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passes:N0} passes, {minutes} min: at most {most:0} MB, {quarter:0} MB in the second quarter, {last:0} MB in the last"));
        return ratios.All(ratio => ratio.IsReached) ? 0 : 1;
    }

    // Every pass on a second phone, which has nothing else.
    private static Task SecondPhonesAsync(StockedPortal portal, CancellationToken cancellationToken) =>
        portal.Database.Writer.WriteAsync(
            async (db, token) =>
            {
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
                await db.Database.ExecuteSqlRawAsync(
                    """
                    INSERT INTO "Devices" ("LibraryIdentifier", "FirstSeenAt", "LastSeenAt")
                    SELECT 'second' || "LibraryIdentifier", "FirstSeenAt", "LastSeenAt" FROM "Devices"
                    """, token);
                await db.Database.ExecuteSqlRawAsync(
                    """
                    INSERT INTO "Registrations" ("DeviceId", "PassId", "PassTypeId", "PushTargetId", "AuthorizationWord", "Tag", "CreatedAt", "ListedTag", "FetchedTag", "SettledTag")
                    SELECT s."Id", r."PassId", r."PassTypeId", r."PushTargetId", r."AuthorizationWord", r."Tag", r."CreatedAt", 0, r."FetchedTag", 0
                    FROM "Registrations" r JOIN "Devices" d ON d."Id" = r."DeviceId" JOIN "Devices" s ON s."LibraryIdentifier" = 'second' || d."LibraryIdentifier"
                    """, token);
            },
            cancellationToken);

    private static async Task<List<double>> LoadAsync(StockedPortal portal, int passes, TimeSpan duration)
    {
        using var over = new CancellationTokenSource(duration);
        var chance = Random.Shared;
        var pass = await FirstPassAsync(portal);
        using var http = new HttpClient { BaseAddress = portal.Address };
        var work = Task.WhenAll(
            [
                .. Enumerable.Range(0, Phones).Select(_ => AgainAsync(() => CallAsync(http, List(chance.Next(passes), portal.Tag)), over.Token)),
                .. Enumerable.Range(0, Phones).Select(_ => AgainAsync(() => CallAsync(http, Fetch(chance.Next(passes))), over.Token)),
                AgainAsync(() => CallAsync(http, Register(chance.Next(passes))), over.Token),
                AgainAsync(() => portal.Orders.SaveAsync(pass with { Id = pass.Id + chance.Next(passes) }, chance.Next(1_000_000), CancellationToken.None), over.Token),
            ]);
        List<double> looks = [];
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, CancellationToken.None);
            looks.Add(portal.Process.Memory / Megabyte);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {looks.Count * BetweenLooks.TotalSeconds:0} s: {looks[^1]:0} MB"));
        }

        await work;
        return looks;
    }

    private static async Task<LoadPass> FirstPassAsync(StockedPortal portal)
    {
        await using var db = await portal.Database.Contexts.CreateDbContextAsync();
        return new LoadPass(await db.Passes.MinAsync(pass => pass.Id), "", "");
    }

    // A phone pauses: what is measured is memory under steady work, not a machine that does nothing else.
    private static async Task AgainAsync(Func<Task> work, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await work();
            await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(20), over));
        }
    }

    private static async Task CallAsync(HttpClient http, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }
    }

    private static HttpRequestMessage List(int number, string tag) =>
        new(HttpMethod.Get, $"/v1/devices/{ManyRows.Device(number)}/registrations/{PushedDevices.PassType}?passesUpdatedSince={tag}");

    private static HttpRequestMessage Fetch(int number) =>
        Authorized(new(HttpMethod.Get, $"/v1/passes/{PushedDevices.PassType}/{ManyRows.Serial(number)}"), number);

    // A new phone each time.
    private static HttpRequestMessage Register(int number)
    {
        var device = RandomNumberGenerator.GetHexString(32, lowercase: true);
        HttpRequestMessage request = new(HttpMethod.Post, $"/v1/devices/{device}/registrations/{PushedDevices.PassType}/{ManyRows.Serial(number)}")
        {
            Content = new StringContent($$"""{"pushToken":"{{RandomNumberGenerator.GetHexString(64, lowercase: true)}}"}""", Encoding.UTF8, "application/json"),
        };
        return Authorized(request, number);
    }

    private static HttpRequestMessage Authorized(HttpRequestMessage request, int number)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("ApplePass", string.Create(CultureInfo.InvariantCulture, $"token-{number:x16}"));
        return request;
    }

    private static double Middle(List<double> looks, double from, double to) =>
        looks[(int)(from * looks.Count)..(int)(to * looks.Count)].Average();
}
