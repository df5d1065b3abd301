using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Data.Tests.Devices;

/// <summary>Tokens that APNs called dead and phones that present them again: no pass stays ended on a phone that is there.</summary>
public abstract class DeadTokenTests(DatabaseFixture fixture)
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_called_dead_under_one_pass_type_is_alive_when_it_is_presented_under_another()
    {
        var dead = await PassAsync("dead");
        await RegisterAsync(dead);
        var tag = await WriteAsync(async db => (await UpdateClock.AdvanceAsync(db, dead.PassTypeId, Cancelled)).Number);
        await WriteAsync(db => RetireAsync(db, dead));

        var outcome = await RegisterAsync(await PassAsync("other"));

        Assert.True(outcome.PushQueued);
        await AliveAsync(dead);
        Assert.Equal(tag, (await PendingAsync(dead)).Tag);
    }

    [Fact]
    public async Task A_pass_left_ended_under_a_living_token_comes_back_with_the_next_registration()
    {
        var (left, other) = (await PassAsync("left"), await PassAsync("other"));
        await RegisterAsync(left);
        await RegisterAsync(other);
        await WriteAsync(db => RetireAsync(db, left));
        await WriteAsync(db => db.PushTargets.Where(target => target.PassTypeId == left.PassTypeId)
            .ExecuteUpdateAsync(set => set.SetProperty(target => target.RetiredAt, (DateTimeOffset?)null), Cancelled));

        Assert.True((await RegisterAsync(other)).PushQueued);

        await AliveAsync(left);
        await PendingAsync(left);
    }

    [Fact]
    public async Task A_retirement_that_commits_while_the_phone_registers_leaves_nothing_ended()
    {
        var pass = await PassAsync("race");
        var second = await PassAsync("second", pass.DesignId);
        await RegisterAsync(pass);
        await RegisterAsync(second);

        var registering = await MeetAsync(db => RetireAsync(db, pass), () => RegisterAsync(pass));

        Assert.True((await registering).PushQueued);
        await AliveAsync(pass);
        await AliveAsync(second);
        await PendingAsync(pass);
    }

    [Fact]
    public async Task Undoing_a_retirement_while_a_change_commits_wakes_for_that_change()
    {
        var pass = await PassAsync("undone");
        await RegisterAsync(pass);
        await WriteAsync(db => RetireAsync(db, pass));

        var undoing = await MeetAsync(
            async db =>
            {
                var tag = await UpdateClock.AdvanceAsync(db, pass.PassTypeId, Cancelled);
                Assert.Equal(0, await PushQueue.EnqueueForPassAsync(db, pass.Id, tag.Number, Now, Cancelled));
            },
            () => WriteAsync(db => TokenRetirement.UndoAsync(db, pass.PassTypeId, Now, Now, Cancelled)));

        Assert.Equal(1, await undoing);
        await AliveAsync(pass);
        Assert.Equal(1, (await PendingAsync(pass)).Tag);
    }

    /// <summary>Begins the second while the first is done and not committed, and commits when the second waits for it.</summary>
    private Task<Task<T>> MeetAsync<T>(Func<PortalDbContext, Task> first, Func<Task<T>> second) => WriteAsync(async db =>
    {
        await first(db);
        var meeting = Task.Run(second, Cancelled);
        await Until.TrueAsync("the second waits for the first", async () => meeting.IsCompleted || await SomebodyWaitsAsync());
        return meeting;
    });

    // On SQLite everybody waits at the gate.
    private async Task<bool> SomebodyWaitsAsync()
    {
        if (fixture.Provider is DatabaseProvider.Sqlite)
            return true;
        await using var db = await ContextAsync();
        return await db.Database.SqlQuery<bool>(
            $"""SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS "Value" """).SingleAsync(Cancelled);
    }

    private static async Task RetireAsync(PortalDbContext db, IssuedPass pass)
    {
        var target = await db.PushTargets.AsNoTracking().SingleAsync(target => target.PassTypeId == pass.PassTypeId, Cancelled);
        var push = new DuePush
        {
            PushTargetId = target.Id, PassTypeId = target.PassTypeId, Kind = target.Kind, PushToken = target.PushToken, Tag = 0, ExpiresAt = Now,
        };
        var death = new PushCompletion { Push = push, Fate = PushFate.Done, Outcome = PushOutcome.TokenDead, At = Now, Reason = "DeviceTokenNotForTopic" };
        Assert.Single(await TokenRetirement.RetireAsync(db, [death], Now, Cancelled));
    }

    private Task<RegistrationOutcome> RegisterAsync(IssuedPass pass) => fixture.Database.RegistrationsAt(new FixedTime(Now)).RegisterAsync(
        new()
        {
            DeviceLibraryIdentifier = _name, PassId = pass.Id, PassTypeId = pass.PassTypeId, Kind = PushKind.Apple,
            AuthorizationWord = "ApplePass", PushToken = "token-" + _name,
        },
        Cancelled);

    // Handed out as it is.
    private async Task<IssuedPass> PassAsync(string name, long? designId = null)
    {
        await using var db = await ContextAsync();
        var design = designId is { } id
            ? await db.Designs.SingleAsync(row => row.Id == id, Cancelled)
            : await db.AddDesignAsync(await db.AddPassTypeAsync($"pass.{_name}.{name}"));
        var pass = await db.AddPassAsync(design, _name + name);
        pass.FirstHandedOutTag = 0;
        await db.SaveChangesAsync(Cancelled);
        return pass;
    }

    private async Task AliveAsync(IssuedPass pass)
    {
        await using var db = await ContextAsync();
        var row = await db.Registrations.Include(row => row.PushTarget).SingleAsync(row => row.PassId == pass.Id, Cancelled);
        Assert.Equal((null, null), (row.EndedAt, row.EndedReason));
        Assert.Equal((null, null), (row.PushTarget!.RetiredAt, row.PushTarget.RetiredReason));
    }

    private async Task<PendingPush> PendingAsync(IssuedPass pass)
    {
        await using var db = await ContextAsync();
        return await db.PendingPushes.SingleAsync(push => push.PassTypeId == pass.PassTypeId, Cancelled);
    }

    private Task<T> WriteAsync<T>(Func<PortalDbContext, Task<T>> work) => fixture.Database.Writer.WriteAsync((db, _) => work(db), Cancelled);

    private Task WriteAsync(Func<PortalDbContext, Task> work) => fixture.Database.Writer.WriteAsync((db, _) => work(db), Cancelled);

    private Task<PortalDbContext> ContextAsync() => fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
}

public sealed class DeadTokenOnSqliteTests(SqliteFixture fixture) : DeadTokenTests(fixture), IClassFixture<SqliteFixture>;

public sealed class DeadTokenOnPostgresTests(PostgresFixture fixture) : DeadTokenTests(fixture), IClassFixture<PostgresFixture>;
