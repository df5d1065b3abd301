using System.Net;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary><c>GET devices/{device}/registrations/{passType}</c>. B22 of the table of bad inputs.</summary>
public abstract class UpdateListTests(ProtocolFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, BothFaces]
    public async Task A_device_is_told_its_own_passes_and_the_newest_tag(Face face)
    {
        var (mine, other) = (await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync());
        var device = await InstallAsync(face, mine);
        await InstallAsync(face, other);

        var list = await device.AskAsync(mine.PassType);

        Assert.Equal([mine.SerialNumber], list!.SerialNumbers);
        Assert.Equal((await fixture.Cards.ClockAsync()).ToString(), list.Tag);
    }

    [Theory, BothFaces]
    public async Task After_the_newest_tag_there_is_nothing_until_something_changes(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await InstallAsync(face, pass);
        var tag = (await device.AskAsync(pass.PassType))!.Tag;
        Assert.Null(await device.AskAsync(pass.PassType, tag));

        await fixture.Cards.SaveAsync(pass, "points", "1");

        Assert.Equal([pass.SerialNumber], (await device.AskAsync(pass.PassType, tag))!.SerialNumbers);
    }

    [Theory, BothFaces]
    public async Task HEAD_is_answered_as_GET_without_the_body(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await InstallAsync(face, pass);
        using var whole = await device.ListAsync(pass.PassType);

        using var head = await device.SendAsync(HttpMethod.Head, face.Registrations(device.Id, pass.PassType), token: null);

        Assert.Equal((HttpStatusCode.OK, whole.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Theory]
    [BothFaces(null)]
    [BothFaces("passesUpdatedSince=")]
    [BothFaces("passesUpdatedSince={0}&passesUpdatedSince={0}")]
    [BothFaces("passesUpdatedSince=00000000-1")]
    [BothFaces("passesUpdatedSince={1}-9000000000000000000")]
    [BothFaces("passesUpdatedSince=-1")]
    [BothFaces("passesUpdatedSince={1}--1")]
    [BothFaces("passesUpdatedSince=1234567890123456789012345678901234567890")]
    [BothFaces("passesUpdatedSince={1}-1234567890123456789012345678901234567890")]
    [BothFaces("passesUpdatedSince=%00")]
    [BothFaces("passesUpdatedSince=1+1")]
    [BothFaces("passesUpdatedSince=%FF%C0%AF")]
    [BothFaces("passesUpdatedSince=Wed,%2024%20Nov%202026%2008:00:00%20GMT")]
    [BothFaces("passesUpdatedSince=' OR 1=1;--")]
    [BothFaces("passesUpdatedSince={2}")]
    [BothFaces("=&&&=&passes_updated_since={0}")]
    [Trait("Input", "B22")]
    public async Task B22_a_known_device_with_a_tag_of_nobody_is_told_everything(Face face, string? query)
    {
        TestPass[] passes = [await fixture.Cards.IssueAsync(), await fixture.Cards.IssueAsync()];
        var device = await InstallAsync(face, passes);
        var clock = await fixture.Cards.ClockAsync();
        var sent = query?.Replace("{0}", clock.ToString(), StringComparison.Ordinal).Replace("{1}", clock.Epoch, StringComparison.Ordinal)
            .Replace("{2}", new string('5', 5000), StringComparison.Ordinal);

        using var known = await device.ListAsync(passes[0].PassType, sent);
        using var unknown = await fixture.Device(face).ListAsync(passes[0].PassType, sent);

        var list = await UpdateList.ReadAsync(known, face);
        Assert.Equal(passes.Select(pass => pass.SerialNumber).Order(StringComparer.Ordinal), list!.SerialNumbers.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, unknown.StatusCode);
    }

    [Theory, BothFaces]
    public async Task An_unknown_device_or_pass_type_is_204_and_never_404(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await InstallAsync(face, pass);

        Assert.Null(await fixture.Device(face).AskAsync(pass.PassType));
        Assert.Null(await device.AskAsync("pass.nobody"));
        Assert.Null(await device.AskAsync(new string('a', 300)));
        Assert.Null(await new WalletDevice(fixture.Http, face) { Id = new string('d', 256) }.AskAsync(pass.PassType));
        Assert.Null(await new WalletDevice(fixture.Http, face) { Id = "a%/b" }.AskAsync(pass.PassType));
    }

    [Theory, BothFaces]
    public async Task Nobody_has_to_authorize_and_whoever_does_changes_nothing(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await InstallAsync(face, pass);

        using var answer = await device.SendAsync(HttpMethod.Get, face.Registrations(device.Id, pass.PassType), "anything");

        Assert.Equal([pass.SerialNumber], (await UpdateList.ReadAsync(answer, face))!.SerialNumbers);
    }

    [Fact]
    public async Task What_was_registered_on_one_face_is_listed_on_the_other()
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await InstallAsync(Face.Original, pass);

        var list = await new WalletDevice(fixture.Http, Face.Apple) { Id = device.Id }.AskAsync(pass.PassType);

        Assert.Equal([pass.SerialNumber], list!.SerialNumbers);
    }

    private Task<WalletDevice> InstallAsync(Face face, params TestPass[] passes) => fixture.InstallAsync(face, passes);
}

public sealed class UpdateListOnSqliteTests(ProtocolOnSqlite fixture) : UpdateListTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class UpdateListOnPostgresTests(ProtocolOnPostgres fixture) : UpdateListTests(fixture), IClassFixture<ProtocolOnPostgres>;
