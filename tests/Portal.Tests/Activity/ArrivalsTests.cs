using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Activity;
using Portal.Data;
using Portal.Data.Activity;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Storage;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Activity;

public abstract class ArrivalsTests(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset ChangedAt = new(2027, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_step_counts_the_devices_that_came_further()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var (pass, change) = await ChangedPassAsync(db, "steps");
        await db.AddRegistrationAsync(pass, "steps-queued");
        (await db.AddRegistrationAsync(pass, "steps-accepted")).PushTarget!.AcceptedTag = 5;
        (await db.AddRegistrationAsync(pass, "steps-asked")).ListedTag = 6;
        (await db.AddRegistrationAsync(pass, "steps-fetched")).FetchedTag = 5;
        var settled = await db.AddRegistrationAsync(pass, "steps-settled");
        (settled.FetchedTag, settled.SettledTag) = (5, 5);
        await db.SaveChangesAsync(Cancelled);

        var expected = new Arrival(Total: 5, Accepted: 4, Asked: 3, Fetched: 2, Settled: 1);
        Assert.Equal(expected, (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfPassesAsync([pass.Id], Cancelled))[pass.Id]);
        Assert.Equal(expected, (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfChangesAsync([change.Id], Cancelled))[change.Id]);
    }

    [Fact]
    public async Task A_phone_that_is_past_the_change_has_settled_though_its_download_was_not_seen()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var (pass, change) = await ChangedPassAsync(db, "past");
        (await db.AddRegistrationAsync(pass, "past-phone")).SettledTag = 5;
        await db.SaveChangesAsync(Cancelled);

        var expected = new Arrival(Total: 1, Accepted: 1, Asked: 1, Fetched: 0, Settled: 1);
        Assert.Equal(expected, (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfPassesAsync([pass.Id], Cancelled))[pass.Id]);
        Assert.Equal(expected, (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfChangesAsync([change.Id], Cancelled))[change.Id]);
        Assert.Equal("settled", ArrivalWords.Of(expected));
    }

    [Fact]
    public async Task A_push_that_was_given_up_is_not_called_queued()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var (pass, change) = await ChangedPassAsync(db, "given-up");
        (await db.AddRegistrationAsync(pass, "given-up-phone")).PushTarget!.LastResult = "Expired";
        await db.SaveChangesAsync(Cancelled);

        var arrival = (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfChangesAsync([change.Id], Cancelled))[change.Id];
        Assert.Equal(arrival, (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfPassesAsync([pass.Id], Cancelled))[pass.Id]);
        Assert.Equal("given up after 24 hours", ArrivalWords.Of(arrival));
    }

    [Fact]
    public async Task A_registration_that_ends_after_the_change_keeps_its_place_in_the_ring()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var (pass, change) = await ChangedPassAsync(db, "ended");
        var registration = await db.AddRegistrationAsync(pass, "ended-phone");
        (registration.FetchedTag, registration.EndedAt) = (5, ChangedAt.AddHours(1));
        await db.SaveChangesAsync(Cancelled);

        var arrival = (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfChangesAsync([change.Id], Cancelled))[change.Id];
        Assert.Equal((1, 1), (arrival.Total, arrival.Fetched));
    }

    [Fact]
    public async Task A_phone_that_took_the_pass_off_and_back_counts_for_no_change_in_between_and_loses_nothing_it_had()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var (pass, before) = await ChangedPassAsync(db, "back");
        var between = NewChange(pass.PassTypeId, pass.DesignId, pass.Id, tag: 6, ChangedAt.AddHours(2));
        var after = NewChange(pass.PassTypeId, pass.DesignId, pass.Id, tag: 7, ChangedAt.AddHours(4));
        db.Changes.AddRange(between, after);
        var registration = await db.AddRegistrationAsync(pass, "back-phone");
        registration.PushTarget!.AcceptedTag = 5;
        await db.SaveChangesAsync(Cancelled);
        var time = new FakeTimeProvider(ChangedAt.AddHours(1));
        await using var provider = new ServiceCollection().AddSingleton<TimeProvider>(time)
            .AddPortalData(fixture.Database.Provider, fixture.Database.ConnectionString).BuildServiceProvider();
        var registrations = provider.GetRequiredService<DeviceRegistrations>();

        Assert.NotNull(await registrations.EndAsync(pass.PassTypeId, pass.Id, "back-phone", Cancelled));
        var arrivals = new Arrivals(fixture.Database.Contexts, Counting.New());
        Assert.Equal(new Arrival(Total: 1, Accepted: 1, Asked: 0, Fetched: 0, Settled: 0) { Unreachable = 1 }, (await arrivals.OfChangesAsync([before.Id], Cancelled))[before.Id]);
        time.Advance(TimeSpan.FromHours(2));
        await registrations.RegisterAsync(
            new RegistrationRequest
            {
                DeviceLibraryIdentifier = "back-phone", PassId = pass.Id, PassTypeId = pass.PassTypeId, Kind = PushKind.Apple, AuthorizationWord = "ApplePass",
                PushToken = "aa", HandedOutTag = 5,
            },
            Cancelled);

        var found = await arrivals.OfChangesAsync([before.Id, between.Id, after.Id], Cancelled);
        Assert.Equal(1, found[before.Id].Accepted);
        Assert.False(found.ContainsKey(between.Id));
        Assert.Equal(1, found[after.Id].Total);
    }

    [Fact]
    public async Task A_publication_counts_every_pass_of_its_design()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var type = await db.AddPassTypeAsync("pass.test.publication");
        var design = await db.AddDesignAsync(type);
        foreach (var serial in new[] { "p1", "p2", "p3" })
            (await db.AddRegistrationAsync(await db.AddPassAsync(design, serial), "publication-" + serial)).ListedTag = serial == "p1" ? 9 : 0;
        var change = NewChange(type.Id, design.Id, passId: null, tag: 9);
        db.Changes.Add(change);
        await db.SaveChangesAsync(Cancelled);

        var arrival = (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfChangesAsync([change.Id], Cancelled))[change.Id];
        Assert.Equal((3, 1, 0), (arrival.Total, arrival.Asked, arrival.Fetched));
        Assert.True(arrival.IsOfDesign);

        var pass = await db.Passes.SingleAsync(pass => pass.DesignId == design.Id && pass.SerialNumber == "p1", Cancelled);
        var ofOne = (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfHistoryAsync(pass.Id, [change.Id], Cancelled))[change.Id];
        Assert.Equal(new Arrival(Total: 1, Accepted: 1, Asked: 1, Fetched: 0, Settled: 0), ofOne);
    }

    [Fact]
    public async Task A_fetch_nobody_can_be_named_for_is_told_apart()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var (pass, change) = await ChangedPassAsync(db, "someone");
        await db.AddRegistrationAsync(pass, "someone-a");
        await db.AddRegistrationAsync(pass, "someone-b");
        pass.FetchedTag = 5;
        await db.SaveChangesAsync(Cancelled);

        var arrival = (await new Arrivals(fixture.Database.Contexts, Counting.New()).OfChangesAsync([change.Id], Cancelled))[change.Id];
        Assert.True(arrival.FetchedBySomebody);
        Assert.Equal(0, arrival.Fetched);
    }

    private static async Task<(IssuedPass Pass, Change Change)> ChangedPassAsync(PortalDbContext db, string name)
    {
        var type = await db.AddPassTypeAsync("pass.test." + name);
        var pass = await db.AddPassAsync(await db.AddDesignAsync(type), name, tag: 5);
        var change = NewChange(type.Id, pass.DesignId, pass.Id, tag: 5);
        db.Changes.Add(change);
        await db.SaveChangesAsync();
        return (pass, change);
    }

    private static Change NewChange(int passTypeId, long designId, long? passId, long tag, DateTimeOffset? at = null) => new()
    {
        Id = Guid.CreateVersion7(), Kind = ChangeKind.Edit, At = at ?? ChangedAt, Who = "Ada", Summary = "Gate", PassTypeId = passTypeId,
        DesignId = designId, PassId = passId, Tag = tag,
    };
}

public sealed class ArrivalsOnSqliteTests(SqliteFixture fixture) : ArrivalsTests(fixture), IClassFixture<SqliteFixture>;

public sealed class ArrivalsOnPostgresTests(PostgresFixture fixture) : ArrivalsTests(fixture), IClassFixture<PostgresFixture>;
