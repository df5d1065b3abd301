using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>Connections that begin a request and send no more of it: they are cut off, and nobody else waits for them.</summary>
[Trait("Fault", "F35")]
[Trait("Length", "Long")]
public sealed class SlowConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_that_never_end_are_408_and_others_are_served_meanwhile()
    {
        var count = Repeats.Of(usually: 200, inFull: 2_000);
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, Cancelled);
        await using var world = await BusyWorld.CreateAsync(database, phones: 2);
        // All of them share an address here.
        world.Node.Settings["Wallet:LogPostsPerMinute"] = "1000000";
        await world.Node.StartAsync();
        await world.SaveAsync(pass: 0, points: 1);

        List<Socket> slow = [];
        for (var number = 0; number < count; number++)
            slow.Add(await BeginAsync(world, number % 2 == 0 ? "POST /v1/log HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{" : "GET /v1/log HTTP/1.1\r\nHost: a\r\nX-S"));
        await world.ReadAsync();
        await world.SaveAsync(pass: 1, points: 2);
        var endings = await Task.WhenAll(slow.Select(EndAsync));
        slow.ForEach(socket => socket.Dispose());

        Assert.All(endings, ending => Assert.StartsWith("HTTP/1.1 408", ending, StringComparison.Ordinal));
        (await world.ReportAsync() with { Detail = $"{count} slow connections" }).Hold();
    }

    private static async Task<Socket> BeginAsync(BusyWorld world, string request)
    {
        var address = world.Node.Address ?? throw new InvalidOperationException("The portal does not run.");
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port, Cancelled);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), Cancelled);
        return socket;
    }

    private static async Task<string> EndAsync(Socket socket)
    {
        var answer = new byte[64];
        var length = await socket.ReceiveAsync(answer, Cancelled).AsTask().WaitAsync(Patience, Cancelled);
        return Encoding.ASCII.GetString(answer, 0, length);
    }
}
