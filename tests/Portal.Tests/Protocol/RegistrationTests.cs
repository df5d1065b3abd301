using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Protocol;

/// <summary>Registering a pass on a device, and ending it.</summary>
public abstract class RegistrationTests(ProtocolFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, BothFaces]
    public async Task A_new_registration_is_201_and_the_same_again_is_200(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);

        Assert.Equal(HttpStatusCode.Created, await StatusAsync(device.RegisterAsync(pass)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(device.RegisterAsync(pass)));
        Assert.Equal(device.PushToken, (await LiveAsync(pass)).PushTarget!.PushToken);
    }

    [Theory, BothFaces]
    public async Task DELETE_is_200_and_again_when_it_was_gone_already(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);
        await StatusAsync(device.RegisterAsync(pass));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(device.UnregisterAsync(pass)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(device.UnregisterAsync(pass)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(fixture.Device(face).UnregisterAsync(pass)));
        Assert.Null(await device.AskAsync(pass.PassType));
    }

    [Theory, BothFaces]
    public async Task An_ended_registration_stays_for_the_record_but_its_push_token_is_forgotten(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);
        await StatusAsync(device.RegisterAsync(pass));

        await StatusAsync(device.UnregisterAsync(pass));

        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        var row = await db.Registrations.SingleAsync(registration => registration.PassId == pass.Id, Cancelled);
        Assert.Equal((RegistrationEnd.Removed, null), (row.EndedReason, row.PushTargetId));
        Assert.NotNull(row.EndedAt);
        Assert.False(await db.PushTargets.AnyAsync(target => target.PushToken == device.PushToken, Cancelled));
    }

    [Theory, BothFaces]
    public async Task A_push_token_stays_while_another_pass_of_the_device_needs_it(Face face)
    {
        var (one, other) = (await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync());
        var device = fixture.Device(face);
        await StatusAsync(device.RegisterAsync(one));
        await StatusAsync(device.RegisterAsync(other));

        await StatusAsync(device.UnregisterAsync(one));

        Assert.Equal(device.PushToken, (await LiveAsync(other)).PushTarget!.PushToken);
    }

    [Theory, BothFaces]
    public async Task Registering_again_after_DELETE_is_new(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);
        await StatusAsync(device.RegisterAsync(pass));
        await StatusAsync(device.UnregisterAsync(pass));

        Assert.Equal(HttpStatusCode.Created, await StatusAsync(device.RegisterAsync(pass)));
        Assert.Equal([pass.SerialNumber], (await device.AskAsync(pass.PassType))!.SerialNumbers);
    }

    [Theory, BothFaces]
    public async Task DELETE_with_a_wrong_token_is_401_and_ends_nothing(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = fixture.Device(face);
        await StatusAsync(device.RegisterAsync(pass));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(device.UnregisterAsync(pass with { Token = "wrong" })));
        Assert.Null((await LiveAsync(pass)).EndedAt);
    }

    [Theory, BothFaces]
    public async Task A_new_push_token_moves_for_all_registrations_of_the_device(Face face)
    {
        var others = await Workspace.CreateAsync(fixture.Portal, $"pass.test.moves.{Guid.NewGuid():N}");
        TestPass[] passes = [await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync(), await others.IssueAsync()];
        var before = fixture.Device(face);
        foreach (var pass in passes)
            await StatusAsync(before.RegisterAsync(pass));
        var after = new WalletDevice(fixture.Http, face) { Id = before.Id };

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(after.RegisterAsync(passes[0])));

        foreach (var pass in passes)
            Assert.Equal(after.PushToken, (await LiveAsync(pass)).PushTarget!.PushToken);
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        Assert.False(await db.PushTargets.AnyAsync(target => target.PushToken == before.PushToken, Cancelled));
    }

    [Theory, BothFaces]
    public async Task One_token_under_two_device_ids_is_pushed_once_for_both(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var one = fixture.Device(face);
        var other = new WalletDevice(fixture.Http, face) { PushToken = one.PushToken };
        Assert.Equal(HttpStatusCode.Created, await StatusAsync(one.RegisterAsync(pass)));
        Assert.Equal(HttpStatusCode.Created, await StatusAsync(other.RegisterAsync(pass)));
        await QuietAsync();
        var before = PushesTo(one.PushToken);

        await fixture.Cards.SaveAsync(pass, "points", "1");

        await Until.TrueAsync("the push went out", () => PushesTo(one.PushToken) > before);
        await QuietAsync();
        Assert.Equal(before + 1, PushesTo(one.PushToken));
        Assert.Equal([pass.SerialNumber], (await one.AskAsync(pass.PassType))!.SerialNumbers);
        Assert.Equal([pass.SerialNumber], (await other.AskAsync(pass.PassType))!.SerialNumbers);
    }

    [Theory]
    [BothFaces(63)]
    [BothFaces(64)]
    [BothFaces(200)]
    [BothFaces(3000)]
    [Trait("Input", "B16")]
    public async Task B16_a_push_token_of_any_length_is_stored_as_it_was_sent(Face face, int length)
    {
        var pass = await fixture.Cards.IssueAsync();
        var token = DeviceTokens.New().ToUpperInvariant()[..32] + new string('a', length - 32);
        var device = new WalletDevice(fixture.Http, face) { PushToken = token };

        Assert.Equal(HttpStatusCode.Created, await StatusAsync(device.RegisterAsync(pass)));
        Assert.Equal(token, (await LiveAsync(pass)).PushTarget!.PushToken);
    }

    [Theory, BothFaces]
    public async Task One_pass_on_two_devices_is_two_registrations(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var (one, other) = (fixture.Device(face), fixture.Device(face));
        await StatusAsync(one.RegisterAsync(pass));
        await StatusAsync(other.RegisterAsync(pass));

        await StatusAsync(one.UnregisterAsync(pass));

        Assert.Null(await one.AskAsync(pass.PassType));
        Assert.Equal([pass.SerialNumber], (await other.AskAsync(pass.PassType))!.SerialNumbers);
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return answer.StatusCode;
    }

    private async Task<Registration> LiveAsync(TestPass pass)
    {
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.Registrations.Include(row => row.PushTarget).AsNoTracking().SingleAsync(row => row.PassId == pass.Id, Cancelled);
    }

    private int PushesTo(string token) => fixture.Portal.Apns.Journal.Recent.Count(push => push.Push.Token == token);

    private Task QuietAsync() => Until.TrueAsync("no push waits or is under way", async () =>
    {
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        return !await db.PendingPushes.AnyAsync(Cancelled) && !await db.PushLeases.AnyAsync(Cancelled);
    });
}

public sealed class RegistrationOnSqliteTests(ProtocolOnSqlite fixture) : RegistrationTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class RegistrationOnPostgresTests(ProtocolOnPostgres fixture) : RegistrationTests(fixture), IClassFixture<ProtocolOnPostgres>;
