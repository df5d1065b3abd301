using System.Net;
using System.Net.Sockets;
using Portal.Data.Pushes;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Clocks;
using Portal.Testing.Databases;
using Portal.Testing.Network;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push.Faults;

public abstract class NoWayTests(DatabaseFixture fixture)
{
    private const int Devices = 50;

    private readonly FasterTime _time = new(10);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "F29")]
    public async Task A_name_that_nobody_knows_is_asked_for_again_with_pauses()
    {
        await using var world = await CreateAsync(_ => new Uri("https://push.invalid/"));
        world.Start();
        var tag = await world.ChangeAsync();

        // Where no resolver answers at all, that is given up after the ten seconds.
        await BacksOffAsync(world, "NameNotFound", "TimedOut");
        await HoldAsync(world, tag, connections: 0);
    }

    [Fact]
    [Trait("Fault", "F29")]
    public async Task Refused_connections_are_tried_with_pauses_until_somebody_listens()
    {
        var port = FreePort();
        await using var world = await CreateAsync(_ => new Uri($"https://127.0.0.1:{port}/"));
        world.Start();
        var tag = await world.ChangeAsync();
        await BacksOffAsync(world, "CannotConnect");
        await using var proxy = HalfOpenProxy.Start(world.Apns.BaseAddress.Port, port);

        await world.AllAcceptedAsync(tag);
        await HoldAsync(world, tag, proxy.Opened);
    }

    [Fact]
    [Trait("Fault", "F29")]
    public async Task A_handshake_that_stalls_is_given_up_after_ten_seconds_and_tried_again()
    {
        HalfOpenProxy? proxy = null;
        await using var world = await CreateAsync(apns => Through(proxy = HalfOpenProxy.Start(apns.BaseAddress.Port)));
        world.Start();
        var tag = await world.ChangeAsync();
        await using var stalling = proxy ?? throw new InvalidOperationException("Nobody has connected.");
        await BacksOffAsync(world, "TimedOut");
        Assert.Equal(0, world.Apns.Journal.Connections);
        stalling.Stalls = false;

        await world.AllAcceptedAsync(tag);
        await HoldAsync(world, tag, stalling.Opened);

        static Uri Through(HalfOpenProxy proxy)
        {
            proxy.Stalls = true;
            return new Uri($"https://127.0.0.1:{proxy.Port}/");
        }
    }

    [Fact]
    [Trait("Fault", "F29")]
    public async Task A_server_with_a_wrong_certificate_is_an_alert_and_gets_no_request()
    {
        await using var stranger = await SimulatedApns.StartAsync(cancellation: Cancelled);
        await using var world = await CreateAsync(_ => stranger.BaseAddress);
        world.Start();
        var tag = await world.ChangeAsync();

        await BacksOffAsync(world, "NotTrusted");
        Assert.Equal(0, stranger.Journal.Received);
        Assert.Contains(world.Log.Errors, line => line.Text.Contains("No secure connection", StringComparison.Ordinal)
            && line.Text.Contains(world.Queue.Type.Identifier, StringComparison.Ordinal));
        await HoldAsync(world, tag, connections: 0);
    }

    // The topic is never proved, so nothing but probes goes out, one at a time.
    private static async Task BacksOffAsync(PushWorld world, params string[] reasons)
    {
        await Until.TrueAsync("it was tried four times", async () => (await world.Queue.AttemptsAsync()).Count >= 4);
        var attempts = await world.Queue.AttemptsAsync();
        Assert.All(attempts, attempt => Assert.True(attempt.Outcome is PushOutcome.Retry && reasons.Contains(attempt.Reason), attempt.Reason));
        Assert.All(attempts.Zip(attempts.Skip(1)), pair =>
            Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1), $"{pair.Second.At - pair.First.At} apart"));
        Assert.Equal(0, world.Apns.Journal.Received);
        Assert.All(await world.Queue.TargetsAsync(), target => Assert.Equal(0, target.AcceptedTag));
    }

    private static async Task HoldAsync(PushWorld world, long tag, long connections)
    {
        await world.StopAsync();
        var attempts = await world.Queue.AttemptsAsync();
        var failed = attempts.Count(attempt => attempt.Outcome is PushOutcome.Retry);
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: $"{failed} tries of {Devices} due failed, {connections} connections")).Hold();
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint?)socket.LocalEndPoint)?.Port ?? 0;
    }

    private Task<PushWorld> CreateAsync(Func<SimulatedApns, Uri> address) => PushWorld.CreateAsync(fixture.Database, new PushWorldOptions
    {
        Devices = Devices, Time = _time, Endpoint = apns => new ApnsEndpoint(address(apns), apns.Root),
    });
}

public sealed class NoWayOnSqliteTests(SqliteFixture fixture) : NoWayTests(fixture), IClassFixture<SqliteFixture>;

public sealed class NoWayOnPostgresTests(PostgresFixture fixture) : NoWayTests(fixture), IClassFixture<PostgresFixture>;
