using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Portal.Data;
using Portal.Hosting;
using Wallet.Simulator.Phones;

namespace Portal.Demo;

/// <summary>Two hundred simulated phones: they take up what they had, or add passes through the public download pages.</summary>
public sealed partial class DemoPhones(
    IDbContextFactory<PortalDbContext> contexts,
    DemoAuthority authority,
    DemoApns apns,
    IServer server,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<DemoPhones> logger) : EnduringService(time, logger)
{
    private const int PhoneCount = 200;

    // Every seventh pass stays in its drawer, so that 'never installed' has something to show.
    private const int NeverInstalledEvery = 7;

    private int _refused;

    protected override string Trouble => "The simulated phones stumbled";

    protected override async Task RunAsync(CancellationToken stopping)
    {
        await lifetime.WhenStartedAsync(stopping);
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        await using var fleet = new PhoneFleet(http, new PhoneOptions
        {
            Portal = Address(),
            TrustedRoot = authority.Signer.Root,
            ShortestLatency = TimeSpan.FromMilliseconds(300),
            LongestLatency = TimeSpan.FromMilliseconds(1500),
            // Long enough to see 'asked' on the page before 'fetched'.
            DownloadPause = TimeSpan.FromMilliseconds(700),
            Time = Time,
        });
        await LiveAsync(fleet, stopping);
        await fleet.SaveAsync(CancellationToken.None);
    }

    private async Task LiveAsync(PhoneFleet fleet, CancellationToken stoppingToken)
    {
        try
        {
            var known = await fleet.LoadAsync(authority.Folder, await WorkspaceIdAsync(stoppingToken), stoppingToken);
            // Not before they are there: a push that came in meanwhile waits for them.
            fleet.Connect(apns.Server);
            if (known == 0)
                await HandOutAsync(fleet, stoppingToken);
            Log.Awake(logger, fleet.Phones.Count);
            await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops; what the phones remember is saved.
        }
    }

    private async Task HandOutAsync(PhoneFleet fleet, CancellationToken cancellationToken)
    {
        for (var number = 0; number < PhoneCount; number++)
            fleet.Add();
        var phones = fleet.Phones.ToList();
        var codes = await CodesAsync(cancellationToken);
        var handed = codes.Where((_, number) => number % NeverInstalledEvery != NeverInstalledEvery - 1)
            .Select((code, number) => (Phone: phones[number % PhoneCount], Link: new Uri(Address(), $"/p/{code}.pkpass")));
        await Parallel.ForEachAsync(
            handed, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken },
            async (given, token) => await AddAsync(fleet, given.Phone, given.Link, token));
    }

    private async ValueTask AddAsync(PhoneFleet fleet, SimulatedPhone phone, Uri link, CancellationToken cancellationToken)
    {
        try
        {
            await phone.AddPassAsync(link, cancellationToken);
        }
        catch (RetryLaterException)
        {
            fleet.Wake(phone);
        }
        catch (InvalidPackageException refused)
        {
            if (Interlocked.Increment(ref _refused) == 1)
                Log.Refused(logger, refused.Message);
        }
    }

    private async Task<List<string>> CodesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Passes.Where(pass => pass.DeletedAt == null).OrderBy(pass => pass.Id)
            .Select(pass => pass.DownloadCode).ToListAsync(cancellationToken);
    }

    // The first pass ever issued names this database, and a backup of it: phones of another one would only be dead tokens here.
    private async Task<string> WorkspaceIdAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var first = await db.Passes.OrderBy(pass => pass.Id).Select(pass => pass.DownloadCode).FirstOrDefaultAsync(cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first ?? "")).AsSpan(0, 8));
    }

    private Uri Address()
    {
        var first = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The demo needs a portal that listens on a port.");
        return new Uri(first.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Simulated phones awake: {Count}")]
        public static partial void Awake(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A simulated phone refused a pass, and others may: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
