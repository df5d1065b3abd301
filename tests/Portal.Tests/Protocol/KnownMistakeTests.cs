using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Passbook.Generator;
using Portal.Activity;
using Portal.Certificates;
using Portal.Data.Designs;
using Portal.Passes;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>'Known ways to get it wrong', each with a test named after it.</summary>
public abstract class KnownMistakeTests(ProtocolFixture fixture)
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, BothFaces]
    public async Task LastUpdated_is_a_text_and_no_number(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var device = await fixture.InstallAsync(face, pass);

        using var list = await device.ListAsync(pass.PassType);

        Assert.Contains($"\"{face.LastUpdated}\":\"", await list.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory, BothFaces]
    public async Task The_web_service_URL_has_no_version_in_it(Face face)
    {
        var pass = await FetchAsync(face, await fixture.Cards.IssueAsync());

        Assert.Equal(fixture.Portal.Address.GetLeftPart(UriPartial.Authority), pass.WebServiceUrl!.OriginalString);
    }

    [Fact]
    public async Task Each_pass_type_pushes_with_its_own_certificate_under_its_own_topic()
    {
        var others = await Workspace.CreateAsync(fixture.Portal, "pass.test.topic." + _name);
        var (one, other) = (await fixture.Cards.IssueAsync(), await others.IssueAsync());
        var device = await fixture.InstallAsync(Face.Apple, one, other);

        await fixture.Cards.SaveAsync(one, "points", "1");
        await others.SaveAsync(other, "points", "1");

        // The simulated APNs takes a push only when the client certificate is the topic's.
        foreach (var topic in (string[])[one.PassType, other.PassType])
        {
            await Until.TrueAsync($"{topic} is pushed", () => fixture.Portal.Apns.Journal.Recent.Any(
                push => push.Push.Token == device.PushToken && push.Push.Topic == topic && push.Answer.Status == 200));
        }
    }

    [Theory, BothFaces]
    public async Task A_changed_field_has_its_change_message_and_the_date_is_another_one(Face face)
    {
        var pass = await fixture.Cards.IssueAsync(values: ("points", "1"));
        var device = await fixture.InstallAsync(face, pass);
        using var before = await device.FetchAsync(pass);
        var date = before.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture);
        await fixture.Cards.SaveAsync(pass, "points", "2");

        using var after = await device.FetchAsync(pass, ("If-Modified-Since", date));

        var points = (await PassTests.OpenAsync(after)).Pass!.Fields.All.Single(field => field.Key == "points");
        Assert.Contains("%@", points.ChangeMessage, StringComparison.Ordinal);
        Assert.Equal(2m, points.Value.Number);
    }

    [Theory, BothFaces]
    public async Task An_update_is_the_whole_package_with_the_same_serial_and_token(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        using var first = await fixture.Device(face).FetchAsync(pass);
        await fixture.Cards.SaveAsync(pass, "points", "2");
        using var second = await fixture.Device(face).FetchAsync(pass);

        var (before, after) = (await PassTests.OpenAsync(first), await PassTests.OpenAsync(second));
        Assert.Equal(
            (before.Pass!.SerialNumber, before.Pass.AuthenticationToken, before.Assets.Files.Count),
            (after.Pass!.SerialNumber, after.Pass.AuthenticationToken, after.Assets.Files.Count));
        Assert.NotNull(after.Signature);
    }

    [Fact]
    public async Task A_push_token_that_changed_after_a_restore_replaces_the_old_one()
    {
        var pass = await fixture.Cards.IssueAsync();
        var before = await fixture.InstallAsync(Face.Apple, pass);
        var restored = new WalletDevice(fixture.Http, Face.Apple) { Id = before.Id };
        (await restored.RegisterAsync(pass)).Dispose();
        await QuietAsync();
        var pushes = (PushesTo(before), PushesTo(restored));

        await fixture.Cards.SaveAsync(pass, "points", "1");

        await Until.TrueAsync("the new token is pushed", () => PushesTo(restored) > pushes.Item2);
        await QuietAsync();
        Assert.Equal((pushes.Item1, pushes.Item2 + 1), (PushesTo(before), PushesTo(restored)));
    }

    [Fact]
    public async Task Every_save_pushes_every_device_for_polling_alone_takes_a_day()
    {
        var pass = await fixture.Cards.IssueAsync();
        WalletDevice[] devices = [await fixture.InstallAsync(Face.Apple, pass), await fixture.InstallAsync(Face.Original, pass)];

        await fixture.Cards.SaveAsync(pass, "points", "1");

        foreach (var device in devices)
            await Until.TrueAsync("the device is pushed", () => PushesTo(device) > 0);
    }

    [Theory, BothFaces]
    public async Task A_wallet_that_never_registers_gets_the_pass_or_304_by_GET_and_HEAD(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var wallet = new WalletDevice(fixture.Http, face) { UserAgent = "SomeWallet/1.0 (Android 16)" };
        using var first = await wallet.FetchAsync(pass);
        using var head = await wallet.HeadAsync(pass);
        using var again = await wallet.FetchAsync(pass, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, head.StatusCode, again.StatusCode));
    }

    [Theory, BothFaces]
    public async Task A_row_id_is_no_serial_number(Face face)
    {
        var pass = await fixture.Cards.IssueAsync();
        var byId = pass with { SerialNumber = pass.Id.ToString(CultureInfo.InvariantCulture) };

        using var fetched = await fixture.Device(face).FetchAsync(byId);
        using var registered = await fixture.Device(face).RegisterAsync(byId);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (fetched.StatusCode, registered.StatusCode));
    }

    [Theory, BothFaces]
    public async Task One_serial_number_under_two_pass_types_is_two_passes(Face face)
    {
        var others = await Workspace.CreateAsync(fixture.Portal, "pass.test.twin." + _name);
        var (one, twin) = (await fixture.Cards.IssueAsync(_name, ("points", "1")), await others.IssueAsync(_name, ("points", "2")));
        var device = await fixture.InstallAsync(face, one, twin);
        var (tag, twinTag) = ((await device.AskAsync(one.PassType))!.Tag, (await device.AskAsync(twin.PassType))!.Tag);

        await fixture.Cards.SaveAsync(one, "points", "3");

        Assert.Equal([_name], (await device.AskAsync(one.PassType, tag))!.SerialNumbers);
        Assert.Null(await device.AskAsync(twin.PassType, twinTag));
        Assert.Equal(
            (3m, 2m), ((await FetchAsync(face, one)).StoreCard!.PrimaryFields[0].Value.Number, (await FetchAsync(face, twin)).StoreCard!.PrimaryFields[0].Value.Number));
    }

    [Fact]
    public async Task Accepted_by_APNs_is_not_fetched()
    {
        var pass = await fixture.Cards.IssueAsync();
        await fixture.InstallAsync(Face.Apple, pass);
        await fixture.Cards.SaveAsync(pass, "points", "1");
        await Until.TrueAsync("APNs accepted", async () => (await ArrivalOfAsync(pass)).Accepted == 1);

        Assert.Equal(new Arrival(1, 1, 0, 0, 0), await ArrivalOfAsync(pass));
        Assert.Equal("accepted", ArrivalWords.Of(await ArrivalOfAsync(pass)));
    }

    [Fact]
    public async Task Several_edits_before_the_push_goes_out_are_one_push()
    {
        var cards = await Workspace.CreateAsync(fixture.Portal, "pass.test.several." + _name);
        var pass = await cards.IssueAsync();
        var device = await fixture.InstallAsync(Face.Apple, pass);
        await StopTopicAsync(cards);
        for (var points = 1; points <= 5; points++)
            await cards.SaveAsync(pass, "points", $"{points}");
        Assert.Equal(0, PushesTo(device));

        await fixture.Portal.Service<PushTopics>().ResumeAsync(cards.PassTypeId, "Ada", Cancelled);

        await Until.TrueAsync("the push went out", async () => (await ArrivalOfAsync(pass)).Accepted == 1);
        Assert.Equal(1, PushesTo(device));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_pushes_nothing()
    {
        var pass = await fixture.Cards.IssueAsync(values: ("points", "5"));
        var device = await fixture.InstallAsync(Face.Apple, pass);
        var tag = (await device.AskAsync(pass.PassType))!.Tag;

        var outcome = await fixture.Cards.EditAsync(
            pass, edit => edit with { Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["points"] = "5" } });

        Assert.IsType<SaveOutcome.Unchanged>(outcome);
        await QuietAsync();
        Assert.Equal(0, PushesTo(device));
        Assert.Null(await device.AskAsync(pass.PassType, tag));
    }

    [Theory, BothFaces]
    public async Task Zero_points_are_a_value(Face face)
    {
        var pass = await FetchAsync(face, await fixture.Cards.IssueAsync(values: ("points", "0")));

        Assert.Equal(0m, pass.StoreCard!.PrimaryFields[0].Value.Number);
    }

    [Theory, BothFaces]
    public async Task A_birthday_stays_on_its_day_abroad(Face face)
    {
        var cards = await Workspace.CreateAsync(fixture.Portal, "pass.test.birthday." + _name);
        await cards.PublishAsync(document => document with
        {
            Fields = [.. document.Fields, new DesignField { Id = "born", Name = "Birthday", Kind = FieldKind.Date }],
            Pass = document.Pass with
            {
                StoreCard = document.Pass.StoreCard! with { AuxiliaryFields = [new PassField { Key = "born", Value = "{{born}}", DateStyle = DateStyle.Long }] },
            },
        });
        var pass = await FetchAsync(face, await cards.IssueAsync(values: ("born", "1990-05-01T00:00:00+02:00")));

        var born = pass.StoreCard!.AuxiliaryFields[0];
        Assert.Equal((true, new DateOnly(1990, 5, 1)), (born.IgnoresTimeZone, DateOnly.FromDateTime(born.Value.Date!.Value.DateTime)));
    }

    [Fact]
    public async Task A_certificate_of_another_pass_type_or_team_is_refused_in_place_of_the_old_one()
    {
        var store = fixture.Portal.Service<CertificateStore>();
        var otherType = fixture.Portal.Authority.IssuePassCertificate("pass.test.stranger." + _name, Workspace.Team, "p");
        var otherTeam = fixture.Portal.Authority.IssuePassCertificate(fixture.Cards.PassType, "OTHER12345", "p");

        foreach (var file in (byte[][])[otherType, otherTeam])
        {
            await Assert.ThrowsAsync<CertificateRefusedException>(
                () => store.UploadAsync(new CertificateUpload(file, "p", By: null, fixture.Cards.PassTypeId), Cancelled));
        }
    }

    private async Task<Pass> FetchAsync(Face face, TestPass pass)
    {
        using var answer = await fixture.Device(face).FetchAsync(pass);
        return (await PassTests.OpenAsync(answer)).Pass!;
    }

    private int PushesTo(WalletDevice device) => fixture.Portal.Apns.Journal.Recent.Count(push => push.Push.Token == device.PushToken);

    private async Task<Arrival> ArrivalOfAsync(TestPass pass) =>
        (await fixture.Portal.Service<Arrivals>().OfPassesAsync([pass.Id], Cancelled))[pass.Id];

    private async Task StopTopicAsync(Workspace cards)
    {
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        await db.PassTypes.Where(type => type.Id == cards.PassTypeId).ExecuteUpdateAsync(
            set => set.SetProperty(type => type.PushStoppedAt, DateTimeOffset.UtcNow).SetProperty(type => type.PushStopReason, "Test"), Cancelled);
    }

    private Task QuietAsync() => Until.TrueAsync("no push waits or is under way", async () =>
    {
        await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
        return !await db.PendingPushes.AnyAsync(Cancelled) && !await db.PushLeases.AnyAsync(Cancelled);
    });
}

public sealed class KnownMistakeOnSqliteTests(ProtocolOnSqlite fixture) : KnownMistakeTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class KnownMistakeOnPostgresTests(ProtocolOnPostgres fixture) : KnownMistakeTests(fixture), IClassFixture<ProtocolOnPostgres>;
