using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Push;
using Portal.Testing;
using Wallet.Simulator.Apns;
using SimulatedAnswer = Wallet.Simulator.Apns.ApnsAnswer;

namespace Portal.Tests.Push;

public sealed class ApnsClientTests : IAsyncLifetime
{
    private const string Topic = "pass.test.client";

    private readonly FakeTimeProvider _time = QueueWorld.FakeTime();
    private SimulatedApns? _apns;

    private SimulatedApns Apns => _apns ?? throw new InvalidOperationException("Not started.");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _apns = await SimulatedApns.StartAsync(cancellation: Cancelled);

    public async ValueTask DisposeAsync() => await Apns.DisposeAsync();

    [Fact]
    [Trait("Fault", "F21")]
    public async Task A_push_without_an_answer_ends_after_ten_seconds_and_gives_its_place_back()
    {
        using var client = NewClient(connections: 1);
        Apns.Script.Next(SimulatedAnswer.Never);
        var push = SendAsync(client);
        await Until.TrueAsync("the push is in flight", () => Apns.Journal.InFlight == 1);
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(push.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        var answer = await push;
        Assert.Equal((PushReaction.Retry, "TimedOut", (int?)null), (answer.Reaction, answer.Reason, answer.Status));
        Assert.Equal(50, client.Capacity);
        await AssertEmptyAsync(client);
        await HoldAsync(client, "1 timed out");
    }

    [Fact]
    [Trait("Fault", "F21")]
    public async Task Answers_after_nine_seconds_each_are_waited_for_and_give_every_place_back()
    {
        await using var slow = await SimulatedApns.StartAsync(new SimulatedApnsOptions { Time = _time }, Cancelled);
        slow.Script.ThinkTime = TimeSpan.FromSeconds(9);
        using var client = new ApnsClient(new ApnsEndpoint(slow.BaseAddress, slow.Root), Topic, TestCertificates.Issue(Topic), 1, _time, NullLogger.Instance);
        List<Task<PushAnswer>> pushes = [.. Enumerable.Range(0, client.Capacity).Select(_ => SendAsync(client))];
        await Until.TrueAsync("all are in flight", () => slow.Journal.InFlight == 100);
        Assert.False(client.TryReserve(out _));
        _time.Advance(TimeSpan.FromSeconds(9));

        var answers = await Task.WhenAll(pushes);
        await AssertEmptyAsync(client);
        var late = answers.Count(answer => answer.Reaction is not PushReaction.Accepted);
        new FaultReport(late, 0, slow.Journal.Accepted - 100) { Detail = $"{answers.Length} answers of 9 s" }.Hold();
    }

    [Fact]
    [Trait("Fault", "F21")]
    public async Task A_server_that_never_answers_gives_every_place_back_round_after_round()
    {
        using var client = NewClient(connections: 1);
        Apns.FallSilent(newOnesToo: true);
        var ended = 0;
        for (var round = 1; round <= 5; round++)
        {
            List<Task<PushAnswer>> pushes = [.. Enumerable.Range(0, client.Capacity).Select(_ => SendAsync(client))];
            await Until.TrueAsync("it is connected", () => Apns.Journal.OpenConnections == 1);
            _time.Advance(TimeSpan.FromSeconds(10));
            Assert.All(await Task.WhenAll(pushes), answer => Assert.Equal("TimedOut", answer.Reason));
            await AssertEmptyAsync(client);
            ended += pushes.Count;
            await Until.TrueAsync("the silent connection is closed", () => Apns.Journal.OpenConnections == 0);
        }

        Assert.Equal(100 + 50 + 25 + 12 + 6, ended);
        Assert.Equal((5L, 0L), (Apns.Journal.Connections, Apns.Journal.Received));
        Apns.Listen();
        await HoldAsync(client, $"{ended} timed out");
    }

    [Fact]
    [Trait("Fault", "F20")]
    public async Task A_connection_that_stays_silent_is_replaced()
    {
        using var client = NewClient(connections: 1);
        Assert.Equal(PushReaction.Accepted, (await SendAsync(client)).Reaction);
        Apns.Script.Next(Enumerable.Repeat(SimulatedAnswer.Never, 3));
        Task<PushAnswer>[] silent = [SendAsync(client), SendAsync(client), SendAsync(client)];
        await Until.TrueAsync("all are in flight", () => Apns.Journal.InFlight == 3);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.All(await Task.WhenAll(silent), answer => Assert.Equal(PushReaction.Retry, answer.Reaction));

        await HoldAsync(client, "3 timed out", before: 1);
        Assert.Equal(2, Apns.Journal.Connections);
    }

    [Fact]
    public async Task A_cut_connection_and_a_reset_stream_are_tried_again_later()
    {
        using var client = NewClient(connections: 1);
        Apns.Script.Next(SimulatedAnswer.Reset, SimulatedAnswer.Disconnect);
        Assert.Equal((PushReaction.Retry, "ConnectionLost"), Words(await SendAsync(client)));
        Assert.Equal((PushReaction.Retry, "ConnectionLost"), Words(await SendAsync(client)));
        Assert.Equal(PushReaction.Accepted, (await SendAsync(client)).Reaction);
    }

    [Fact]
    public async Task Nobody_listening_is_an_answer_too()
    {
        var address = Apns.BaseAddress;
        await Apns.DisposeAsync();
        using var client = NewClient(connections: 1, address);
        Assert.Equal((PushReaction.Retry, "CannotConnect"), Words(await SendAsync(client)));
    }

    [Fact]
    public async Task The_connections_share_the_work_and_are_no_more_than_asked_for()
    {
        using var client = NewClient(connections: 3);
        Apns.Script.ThinkTime = TimeSpan.FromMilliseconds(20);
        var answers = await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => SendAsync(client)));
        Assert.All(answers, answer => Assert.Equal(PushReaction.Accepted, answer.Reaction));
        Assert.Equal(3, Apns.Journal.Connections);
        Assert.InRange(client.Capacity, 300, 310);
    }

    [Fact]
    public void A_full_gate_lets_nobody_in()
    {
        using var client = NewClient(connections: 2);
        for (var i = 0; i < 200; i++)
            Assert.True(client.TryReserve(out _));
        Assert.False(client.TryReserve(out _));
    }

    [Fact]
    public async Task A_token_that_is_not_hexadecimal_never_becomes_part_of_an_address()
    {
        using var client = NewClient(connections: 1);
        Assert.Equal((PushReaction.Park, "TokenNotHexadecimal"), Words(await SendAsync(client, "../../admin")));
        Assert.Equal(0, Apns.Journal.Received);
    }

    [Fact]
    public async Task A_failure_that_nobody_expects_gives_its_place_back()
    {
        using var client = NewClient(connections: 1, new Uri("ftp://127.0.0.1/"));
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(client));
        await AssertEmptyAsync(client);
    }

    [Fact]
    public async Task A_retired_client_keeps_its_certificate_until_its_last_connection_is_closed()
    {
        using var client = NewClient(connections: 2);
        Apns.Script.Next(SimulatedAnswer.Ok with { After = TimeSpan.FromMilliseconds(200) });
        var push = SendAsync(client);
        await Until.TrueAsync("the push is in flight", () => Apns.Journal.InFlight == 1);
        client.Retire();
        Assert.NotEqual(0, CertificateOf(client).Leaf.Handle);
        await push;
        Assert.Equal((0, 0), (CertificateOf(client).Leaf.Handle, CertificateOf(client).Intermediate.Handle));
    }

    [Fact]
    public async Task A_retired_client_ends_what_is_under_way()
    {
        using var client = NewClient(connections: 1);
        Apns.Script.Next(SimulatedAnswer.Ok with { After = TimeSpan.FromMilliseconds(200) });
        var push = SendAsync(client);
        await Until.TrueAsync("the push is in flight", () => Apns.Journal.InFlight == 1);
        client.Retire();
        Assert.Equal(PushReaction.Accepted, (await push).Reaction);
        await Until.TrueAsync("the connection is closed", () => Apns.Journal.OpenConnections == 0);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_certificate")]
    private static extern ref PushCertificate CertificateOf(ApnsClient client);

    private static (PushReaction Reaction, string? Reason) Words(PushAnswer answer) => (answer.Reaction, answer.Reason);

    private static Task<PushAnswer> SendAsync(ApnsClient client, string? token = null)
    {
        Assert.True(client.TryReserve(out var slot));
        return slot.SendAsync(Push(token ?? DeviceTokens.New()), Cancelled);
    }

    private static DuePush Push(string token) =>
        new() { PushTargetId = 1, PassTypeId = 1, Kind = PushKind.Apple, PushToken = token, Tag = 1, ExpiresAt = default };

    // The next push goes through, and nothing that was given up is accepted after all.
    private async Task HoldAsync(ApnsClient client, string detail, int before = 0)
    {
        var last = await SendAsync(client);
        new FaultReport(last.Reaction is PushReaction.Accepted ? 0 : 1, 0, Apns.Journal.Accepted - before - 1) { Detail = detail }.Hold();
    }

    // As many places can be taken as there are, so nobody holds one. A push that cannot be sent gives its place back.
    private static async Task AssertEmptyAsync(ApnsClient client)
    {
        List<IPushSlot> slots = [];
        while (client.TryReserve(out var slot))
            slots.Add(slot);
        Assert.Equal(client.Capacity, slots.Count);
        foreach (var slot in slots)
            await slot.SendAsync(Push("no hexadecimal"), Cancelled);
    }

    private ApnsClient NewClient(int connections, Uri? address = null) => new(
        new ApnsEndpoint(address ?? Apns.BaseAddress, Apns.Root), Topic, TestCertificates.Issue(Topic), connections, _time, NullLogger.Instance);
}
