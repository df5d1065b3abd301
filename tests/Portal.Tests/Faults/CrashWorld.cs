using System.Globalization;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Hosting;
using Wallet.Simulator.Phones;

namespace Portal.Tests.Faults;

/// <summary>
/// A portal in processes of its own, one after the other on the same ground, and a phone that holds one of its passes
/// through all of them.
/// </summary>
internal sealed class CrashWorld : IAsyncDisposable
{
    private const int Killed = 128 + 9;

    private readonly PortalGround _ground;
    private readonly HttpClient _wire;
    private readonly PhoneFleet _fleet;
    private Uri _address;
    private PortalProcess? _process;

    private CrashWorld(PortalGround ground)
    {
        _ground = ground;
        _address = new Uri("http://127.0.0.1/");
        // Each process listens on another port; to the phone they are one portal.
        _wire = new HttpClient(new SocketsHttpHandler { ConnectCallback = async (_, cancellationToken) => await ConnectAsync(cancellationToken) })
        {
            BaseAddress = new Uri("http://127.0.0.1/"),
        };
        _fleet = new PhoneFleet(_wire, new PhoneOptions
        {
            Portal = _wire.BaseAddress, TrustedRoot = ground.Authority.Root,
            FirstRetry = TimeSpan.FromMilliseconds(50), LongestRetry = TimeSpan.FromMilliseconds(500),
        });
        _fleet.Connect(ground.Apns);
        Phone = _fleet.Add();
    }

    public SimulatedPhone Phone { get; }

    public TestPass Pass { get; private set; } = new(0, 0, "", "", "", "");

    /// <summary>Pushes that APNs accepted.</summary>
    public long Accepted => _ground.Apns.Journal.Accepted;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private PortalProcess Process => _process ?? throw new InvalidOperationException("No portal runs.");

    public static async Task<CrashWorld> CreateAsync(DatabaseProvider provider)
    {
        Needs.PostgresFor(provider);
        var world = new CrashWorld(await PortalGround.CreateAsync(provider, TimeProvider.System, Cancelled));
        await using var portal = await PortalHost.StartAsync(world._ground, Cancelled);
        world._address = portal.Address;
        world.Pass = await (await Workspace.CreateAsync(portal)).IssueAsync(values: ("points", "0"));
        await world.Phone.AddPassAsync(new Uri($"http://127.0.0.1/p/{world.Pass.DownloadCode}.pkpass"), Cancelled);
        return world;
    }

    /// <summary>Starts the portal anew; it ends itself when it reaches the kill point, or reaches it for the nth time.</summary>
    public async Task StartAsync(string? killAt = null, int times = 1)
    {
        await EndAsync();
        await OutliveLeasesAsync();
        var point = killAt is null ? null : string.Create(CultureInfo.InvariantCulture, $"{killAt}:{times}");
        _process = PortalProcess.Start(_ground.Settings, point);
        _address = await _process.Address.WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
    }

    /// <summary>Saves new points. Null when the portal died over it.</summary>
    public async Task<string?> SaveAsync(int points, Guid changeId)
    {
        try
        {
            using var answer = await _wire.PostAsync(
                new Uri($"/test/save?pass={Pass.Id}&change={changeId}&field=points&text={points}", UriKind.Relative), content: null, Cancelled);
            return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancelled);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Waits until the process has killed itself.</summary>
    public async Task DiesAsync()
    {
        Assert.Equal(Killed, await Process.ExitCodeAsync(Cancelled).WaitAsync(TimeSpan.FromMinutes(2), Cancelled));
        await Process.DisposeAsync();
        _process = null;
    }

    /// <summary>Waits until the phone shows these points and nothing waits to be pushed.</summary>
    public Task ArrivesAsync(int points) => Until.TrueAsync($"{points} points have arrived", async () =>
        Phone.State.Passes[0]["points"] == $"{points}" && (await ReadAsync()).Pending == 0);

    /// <summary>What is stored of the pass.</summary>
    public async Task<Stored> ReadAsync()
    {
        await using var db = await _ground.Database.Contexts.CreateDbContextAsync(Cancelled);
        return new Stored(
            await db.Passes.Where(pass => pass.Id == Pass.Id).Select(pass => pass.Tag).SingleAsync(Cancelled),
            await db.UpdateClocks.Select(clock => clock.Number).SingleAsync(Cancelled),
            await db.PassRevisions.CountAsync(Cancelled),
            await db.Changes.CountAsync(Cancelled),
            await db.PendingPushes.CountAsync(Cancelled) + await db.PushLeases.CountAsync(Cancelled),
            await db.PushAttempts.CountAsync(Cancelled),
            await db.Passes.CountAsync(pass => !db.PassRevisions.Any(revision => revision.PassId == pass.Id && revision.Tag == pass.Tag), Cancelled));
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _fleet.DisposeAsync();
        _wire.Dispose();
        await _ground.DisposeAsync();
    }

    private async Task EndAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    // On PostgreSQL the dead process may be another node that lives: its leases run for 30 seconds, for which no test waits.
    private async Task OutliveLeasesAsync()
    {
        await using var db = await _ground.Database.Contexts.CreateDbContextAsync(Cancelled);
        if (_ground.Database.Provider is DatabaseProvider.PostgreSql)
            await db.Database.ExecuteSqlAsync($"""UPDATE "PushLeases" SET "Until" = now()""", Cancelled);
    }

    private async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_address.Host, _address.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The rows a save and its push leave, counted.</summary>
    /// <param name="PassTag">The tag of the pass.</param>
    /// <param name="Clock">The last tag drawn.</param>
    /// <param name="Revisions">Of all passes.</param>
    /// <param name="Changes">Of everybody.</param>
    /// <param name="Pending">Pushes that wait.</param>
    /// <param name="Attempts">Answers stored.</param>
    /// <param name="Torn">Passes without the revision that made them.</param>
    internal sealed record Stored(long PassTag, long Clock, int Revisions, int Changes, int Pending, int Attempts, int Torn);
}
