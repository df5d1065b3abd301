using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Databases;
using Portal.Testing.Hosting;
using Portal.Testing.Protocol;
using Wallet.Simulator.Phones;

namespace Portal.Tests.Faults;

/// <summary>
/// The portal in processes of its own, phones that have a pass each, and staff who save. What the portal said it had saved stands
/// in a ledger; at the end every phone has to show it.
/// </summary>
internal sealed class BusyWorld : IAsyncDisposable
{
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(100);

    // Longer than a lease of a node that died.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ConcurrentDictionary<int, int> _saved = new();
    private readonly RefusedCalls _calls;
    private readonly HttpClient _wire;
    private readonly PhoneFleet _fleet;
    private long _saves;
    private int _next;

    private BusyWorld(PortalGround ground, int nodes)
    {
        Ground = ground;
        Nodes = [.. Enumerable.Range(0, nodes).Select(number => new BusyNode(ground, number))];
        _calls = new RefusedCalls(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromSeconds(5),
            ConnectCallback = async (_, cancellationToken) => await ConnectAsync(cancellationToken),
        });
        _wire = new HttpClient(_calls)
        {
            BaseAddress = new Uri("http://127.0.0.1/"), Timeout = TimeSpan.FromSeconds(20),
        };
        _fleet = new PhoneFleet(_wire, new PhoneOptions
        {
            Portal = _wire.BaseAddress, TrustedRoot = ground.Authority.Root, FirstRetry = TimeSpan.FromMilliseconds(100), LongestRetry = TimeSpan.FromSeconds(2),
        });
        _fleet.Connect(ground.Apns);
    }

    public PortalGround Ground { get; }

    public IReadOnlyList<BusyNode> Nodes { get; }

    /// <summary>The only node of a world that has one.</summary>
    public BusyNode Node => Nodes[0];

    public IReadOnlyList<TestPass> Passes { get; private set; } = [];

    /// <summary>Saves the portal said it had done.</summary>
    public long Saves => Interlocked.Read(ref _saves);

    /// <summary>Answers of 400 and above, whoever got them.</summary>
    public int Refused => _calls.Count;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A world whose nodes do not run yet.</summary>
    public static async Task<BusyWorld> CreateAsync(TestDatabase database, int phones, int nodes = 1)
    {
        var world = new BusyWorld(await PortalGround.CreateAsync(database, TimeProvider.System, Cancelled), nodes);
        await using var portal = await PortalHost.StartAsync(world.Ground, Cancelled);
        var workspace = await Workspace.CreateAsync(portal);
        List<TestPass> passes = [];
        for (var number = 0; number < phones; number++)
            passes.Add(await workspace.IssueAsync(values: ("points", "0")));
        world.Passes = passes;
        world.Node.Address = portal.Address;
        foreach (var pass in passes)
            await world._fleet.Add().AddPassAsync(new Uri($"http://127.0.0.1/p/{pass.DownloadCode}.pkpass"), Cancelled);
        world.Node.Address = null;
        return world;
    }

    /// <summary>What <c>/health/ready</c> says.</summary>
    public async Task<string> ReadyAsync()
    {
        using var answer = await _wire.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancelled);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    /// <summary>What a phone does besides what changes something: it lists, and fetches a pass.</summary>
    public async Task ReadAsync()
    {
        var phone = _fleet.Phones.First();
        var device = new WalletDevice(_wire, Face.Apple) { Id = phone.State.DeviceLibraryIdentifier };
        var pass = Passes.First(pass => pass.SerialNumber == phone.State.Passes[0].SerialNumber);
        Assert.NotNull(await device.AskAsync(pass.PassType));
        using var fetched = await device.FetchAsync(pass);
        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
    }

    /// <summary>A phone that has no pass yet registers the first.</summary>
    public Task<HttpResponseMessage> RegisterAsync() => new WalletDevice(_wire, Face.Apple).RegisterAsync(Passes[0]);

    /// <summary>Asks once for a save; null when nothing came back.</summary>
    public async Task<HttpStatusCode?> TrySaveAsync(int pass, int points, Guid change)
    {
        try
        {
            using var answer = await _wire.PostAsync(
                new Uri($"/test/save?pass={Passes[pass].Id}&change={change}&field=points&text={points}", UriKind.Relative), content: null, Cancelled);
            if (answer.StatusCode is HttpStatusCode.OK)
            {
                Assert.Equal("Saved", await answer.Content.ReadAsStringAsync(Cancelled));
                _saved.AddOrUpdate(pass, points, (_, newest) => Math.Max(newest, points));
                Interlocked.Increment(ref _saves);
            }

            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"A save was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Cancelled)}");
            return answer.StatusCode;
        }
        catch (Exception silence) when (silence is HttpRequestException or IOException || (silence is TaskCanceledException && !Cancelled.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Saves, and asks again under the same id until the portal says that it has.</summary>
    public async Task SaveAsync(int pass, int points)
    {
        for (var change = Guid.CreateVersion7(); await TrySaveAsync(pass, points, change) is not HttpStatusCode.OK;)
            await Task.Delay(BeforeAgain, Cancelled);
    }

    /// <summary>Publishes the design with another description, and waits until every phone has it.</summary>
    public async Task PublishAsync(string description)
    {
        using var answer = await _wire.PostAsync(
            new Uri($"/test/publish?design={Passes[0].DesignId}&change={Guid.CreateVersion7()}&text={description}", UriKind.Relative), content: null, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Until.TrueAsync("every phone has the new edition", () => Task.FromResult(_fleet.Phones.All(phone => phone.State.Passes[0].Description == description)), Patience);
    }

    /// <summary>Staff who save until told to stop, each their own passes, together so many a second.</summary>
    public Task WorkAsync(int savesPerSecond, CancellationToken stopping)
    {
        const int People = 4;
        return Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            var own = Enumerable.Range(0, Passes.Count).Where(pass => pass % People == person).ToList();
            for (var points = 1; !stopping.IsCancellationRequested && own.Count > 0; points++)
            {
                await SaveAsync(own[points % own.Count], points);
                await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds((double)People / savesPerSecond), stopping));
            }
        }));
    }

    /// <summary>Waits until every phone shows what was saved last and nothing waits, and gives what was lost, torn and pushed too often.</summary>
    public async Task<FaultReport> ReportAsync()
    {
        await Until.TrueAsync("every phone shows what was saved last and no push waits", async () =>
        {
            foreach (var phone in _fleet.Phones.Where(phone => phone.HasWork))
                _fleet.Wake(phone);
            return Differences().Count == 0 && await LeftAsync() == 0;
        }, Patience);
        await using var db = await Ground.Database.Contexts.CreateDbContextAsync(Cancelled);
        var own = Passes.Select(pass => pass.Id).ToList();
        var torn = await db.Passes.CountAsync(
            pass => own.Contains(pass.Id) && !db.PassRevisions.Any(revision => revision.PassId == pass.Id && revision.Tag == pass.Tag), Cancelled);
        var saves = await db.Changes.CountAsync(change => change.PassId != null, Cancelled);
        // Two saves of a pass may share a push, so this counts too few rather than too many.
        return new FaultReport(Differences().Count, torn, Math.Max(0, Ground.Apns.Journal.Accepted - saves));
    }

    /// <summary>How many pushes wait or are leased.</summary>
    public async Task<int> LeftAsync()
    {
        await using var db = await Ground.Database.Contexts.CreateDbContextAsync(Cancelled);
        return await db.PendingPushes.CountAsync(Cancelled) + await db.PushLeases.CountAsync(Cancelled) + await db.FanOuts.CountAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        foreach (var node in Nodes)
            await node.DisposeAsync();
        _wire.Dispose();
        await Ground.DisposeAsync();
    }

    private List<string> Differences()
    {
        var shown = _fleet.Phones.Select(phone => phone.State.Passes[0]).ToDictionary(pass => pass.SerialNumber, pass => pass["points"] ?? "", StringComparer.Ordinal);
        return
        [
            .. Passes.Select((pass, number) => (Shown: Digits(shown[pass.SerialNumber]), Saved: _saved.GetValueOrDefault(number), pass.SerialNumber))
                .Where(pass => pass.Shown != pass.Saved).Select(pass => $"{pass.SerialNumber} shows {pass.Shown} instead of {pass.Saved}"),
        ];
    }

    private static int Digits(string text) =>
        int.Parse("0" + new string([.. text.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);

    private async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var listening = Nodes.Select(node => node.Address).OfType<Uri>().ToList();
        if (listening.Count == 0)
            throw new HttpRequestException("No node listens.");
        var address = listening[(Interlocked.Increment(ref _next) & int.MaxValue) % listening.Count];
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
