using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Data.Tests.Devices;

public abstract class ArrivalMarkTests(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Early = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Late = Early.AddMinutes(1);
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ArrivalMarkStatements Marks => new(fixture.Database.Contexts, fixture.Database.Writer);

    [Fact]
    public async Task Marks_rise_and_never_fall()
    {
        var mark = await RegisteredAsync("one");

        await Marks.MarkAsync([mark with { ListedTag = 5, ListedAt = Early, SettledTag = 4 }], Cancelled);
        await Marks.MarkAsync([mark with { ListedTag = 3, ListedAt = Late, FetchedTag = 5, FetchedAt = Late }], Cancelled);
        await Marks.MarkAsync([mark with { FetchedTag = 2, FetchedAt = Early, SettledTag = 1 }], Cancelled);

        var row = await RegistrationAsync(mark);
        Assert.Equal((5, Early, 5, Late, 4), (row.ListedTag, row.ListedAt, row.FetchedTag, row.FetchedAt, row.SettledTag));
    }

    [Fact]
    public async Task A_mark_says_nothing_of_what_it_does_not_name()
    {
        var mark = await RegisteredAsync("one");

        await Marks.MarkAsync([mark with { SettledTag = 4 }], Cancelled);

        var row = await RegistrationAsync(mark);
        Assert.Equal((0, null, 0, null, 4), (row.ListedTag, row.ListedAt, row.FetchedTag, row.FetchedAt, row.SettledTag));
    }

    [Fact]
    public async Task More_marks_than_one_statement_takes_are_all_stored()
    {
        var marks = new List<RegistrationMark>();
        for (var i = 0; i < 3; i++)
            marks.Add(await RegisteredAsync("many" + i));
        var nobody = Enumerable.Range(0, ArrivalMarkStatements.BatchLimit).Select(i => new RegistrationMark(1_000_000 + i, 0, 0) { ListedTag = 1 });

        await Marks.MarkAsync([.. nobody, .. marks.Select(mark => mark with { ListedTag = 9, ListedAt = Early })], Cancelled);

        foreach (var mark in marks)
            Assert.Equal(9, (await RegistrationAsync(mark)).ListedTag);
    }

    [Fact]
    public async Task A_pass_keeps_the_lowest_tag_it_was_handed_out_with_whichever_node_stores_it_first()
    {
        var mark = await RegisteredAsync("one");

        await Marks.HandOutAsync([new PassMark(mark.PassId, 6, Late)], Cancelled);
        await Marks.HandOutAsync([new PassMark(mark.PassId, 7, Late)], Cancelled);
        Assert.Equal(6, (await PassAsync(mark)).FirstHandedOutTag);

        await Marks.HandOutAsync([new PassMark(mark.PassId, 5, Early)], Cancelled);
        Assert.Equal(5, (await PassAsync(mark)).FirstHandedOutTag);
    }

    [Fact]
    public async Task A_fetch_by_somebody_marks_the_pass()
    {
        var mark = await RegisteredAsync("one");

        await Marks.FetchedBySomebodyAsync([new PassMark(mark.PassId, 0, Early)], Cancelled);
        await Marks.FetchedBySomebodyAsync([new PassMark(mark.PassId, 6, Late)], Cancelled);
        await Marks.FetchedBySomebodyAsync([new PassMark(mark.PassId, 5, Early)], Cancelled);

        var pass = await PassAsync(mark);
        Assert.Equal((6, Late), (pass.FetchedTag, pass.FetchedAt));
    }

    [Fact]
    public async Task The_last_contact_is_kept_with_what_the_device_calls_itself()
    {
        var mark = await RegisteredAsync("one");

        await Marks.MeetAsync([new DeviceContact(mark.DeviceId, "passd/1", Late)], Cancelled);
        await Marks.MeetAsync([new DeviceContact(mark.DeviceId, "older", Early)], Cancelled);
        await Marks.MeetAsync([new DeviceContact(mark.DeviceId, null, Late.AddSeconds(1))], Cancelled);

        await using var db = await ContextAsync();
        var device = await db.Devices.SingleAsync(row => row.Id == mark.DeviceId, Cancelled);
        Assert.Equal(("passd/1", Late.AddSeconds(1)), (device.UserAgent, device.LastSeenAt));
    }

    [Fact]
    public async Task Holders_are_those_who_have_the_pass_now()
    {
        var mark = await RegisteredAsync("one");
        var gone = await RegisteredAsync("two");
        await using var db = await ContextAsync();
        await db.Registrations.Where(row => row.Id == gone.RegistrationId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.EndedAt, Early).SetProperty(row => row.EndedReason, RegistrationEnd.Removed), Cancelled);

        Assert.Equal([new PassHolder(mark.RegistrationId, mark.PassId, mark.DeviceId)], await Marks.HoldersAsync([mark.PassId, gone.PassId], Cancelled));
    }

    private async Task<RegistrationMark> RegisteredAsync(string name)
    {
        await using var db = await ContextAsync();
        var type = await db.AddPassTypeAsync($"pass.{_name}.{name}");
        var pass = await db.AddPassAsync(await db.AddDesignAsync(type), _name + name);
        var row = await db.AddRegistrationAsync(pass, _name + name);
        await db.Devices.Where(device => device.Id == row.DeviceId).ExecuteUpdateAsync(set => set.SetProperty(device => device.LastSeenAt, Early.AddDays(-1)), Cancelled);
        return new(row.Id, pass.Id, row.DeviceId);
    }

    private async Task<Registration> RegistrationAsync(RegistrationMark mark)
    {
        await using var db = await ContextAsync();
        return await db.Registrations.SingleAsync(row => row.Id == mark.RegistrationId, Cancelled);
    }

    private async Task<IssuedPass> PassAsync(RegistrationMark mark)
    {
        await using var db = await ContextAsync();
        return await db.Passes.SingleAsync(row => row.Id == mark.PassId, Cancelled);
    }

    private Task<PortalDbContext> ContextAsync() => fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
}

public sealed class ArrivalMarkOnSqliteTests(SqliteFixture fixture) : ArrivalMarkTests(fixture), IClassFixture<SqliteFixture>;

public sealed class ArrivalMarkOnPostgresTests(PostgresFixture fixture) : ArrivalMarkTests(fixture), IClassFixture<PostgresFixture>;
