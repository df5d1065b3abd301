using System.Net.Sockets;
using Portal.Data.Storage;
using Portal.Hosting.Connections;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>More connections than the process has file handles: it lives, goes on pushing, and serves again when they are gone.</summary>
[Trait("Fault", "F38")]
public sealed class FewFilesTests
{
    private const int Handles = 1_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_connections_than_file_handles_take_nothing_from_the_portal_itself()
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, Cancelled);
        await using var world = await BusyWorld.CreateAsync(database, phones: 3);
        await world.Node.StartAsync(Handles);
        await world.SaveAsync(pass: 0, points: 1);

        var address = world.Node.Address ?? throw new InvalidOperationException("The portal does not run.");
        List<Socket> connections = [];
        List<Task> ends = [];
        for (var number = 0; number < 2 * Handles; number++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address.Host, address.Port, Cancelled);
            connections.Add(socket);
            ends.Add(EndAsync(socket));
        }

        await Until.TrueAsync(
            "all that are too many are refused",
            () => Task.FromResult(ends.Count(end => end.IsCompletedSuccessfully) >= connections.Count - (Handles - ConnectionLimit.KeptBack)));
        Assert.InRange(OpenFiles(world), ConnectionLimit.KeptBack, Handles - 50);
        var save = world.SaveAsync(pass: 1, points: 2);
        connections.ForEach(socket => socket.Dispose());

        await save;
        await world.SaveAsync(pass: 2, points: 3);
        await world.ReadAsync();
        (await world.ReportAsync() with { Detail = $"{connections.Count} connections on {Handles} handles" }).Hold();
    }

    private static async Task EndAsync(Socket socket)
    {
        try
        {
            await socket.ReceiveAsync(new byte[1], Cancelled);
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // Refused, or closed by the test in the end.
        }
    }

    private static int OpenFiles(BusyWorld world) => Directory.GetFiles($"/proc/{world.Node.Process.Id}/fd").Length;
}
