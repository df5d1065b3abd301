using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Push;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push;

/// <summary>Which side broke off the handshake is told to whoever looks for the mistake.</summary>
public sealed class HandshakeTests
{
    private const string Topic = "pass.test.handshake";

    // A record of TLS 1.2 with a fatal alert: bad_certificate (RFC 8446, 6).
    private static readonly byte[] Alert = [21, 3, 3, 0, 2, 2, 42];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_else_at_the_address_is_not_trusted()
    {
        await using var apns = await SimulatedApns.StartAsync(cancellation: Cancelled);
        await using var stranger = await SimulatedApns.StartAsync(cancellation: Cancelled);
        Assert.Equal((PushReaction.Retry, "NotTrusted"), await SendAsync(new ApnsEndpoint(stranger.BaseAddress, apns.Root)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_peer_that_refuses_us_or_hangs_up_has_failed_the_handshake(bool withAlert)
    {
        using var peer = new TcpListener(IPAddress.Loopback, 0);
        peer.Start();
        var breaking = BreakOffAsync(peer, withAlert ? Alert : []);
        var answer = await SendAsync(new ApnsEndpoint(new Uri($"https://{peer.LocalEndpoint}/"), null));
        await breaking;
        Assert.Equal((PushReaction.Retry, "HandshakeFailed"), answer);
    }

    private static async Task BreakOffAsync(TcpListener peer, byte[] last)
    {
        using var connection = await peer.AcceptTcpClientAsync(Cancelled);
        var stream = connection.GetStream();
        Assert.True(await stream.ReadAsync(new byte[4096], Cancelled) > 0);
        await stream.WriteAsync(last, Cancelled);
    }

    private static async Task<(PushReaction Reaction, string? Reason)> SendAsync(ApnsEndpoint endpoint)
    {
        using var client = new ApnsClient(endpoint, Topic, TestCertificates.Issue(Topic), 1, TimeProvider.System, NullLogger.Instance);
        Assert.True(client.TryReserve(out var slot));
        var push = new DuePush { PushTargetId = 1, PassTypeId = 1, Kind = PushKind.Apple, PushToken = DeviceTokens.New(), Tag = 1, ExpiresAt = default };
        var answer = await slot.SendAsync(push, Cancelled);
        return (answer.Reaction, answer.Reason);
    }
}
