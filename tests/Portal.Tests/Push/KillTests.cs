using Microsoft.EntityFrameworkCore;
using Portal.Data.Pushes;
using Portal.Hosting;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Push;

/// <summary>SIGKILL at the moments that hurt most, in a process of its own: nothing is lost, nothing is torn.</summary>
public abstract class KillTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "F01")]
    public async Task Killed_before_the_commit_of_a_save_nothing_of_it_is_left()
    {
        await using var portal = await KilledPortal.CreateAsync(fixture);
        var before = await portal.PassAsync();
        var clock = await ClockAsync(portal);
        await portal.DiesAtAsync(KillPoints.SaveBeforeCommit, saves: true);

        var after = await portal.PassAsync();
        Assert.Equal((before.Tag, before.Revision, false), (after.Tag, after.Revision, after.Voided));
        Assert.Equal(clock, await ClockAsync(portal));
        Assert.Empty(await portal.ReadAsync(db => db.PendingPushes.ToListAsync(Cancelled)));
        Assert.Equal(after.Revision, await portal.ReadAsync(db => db.PassRevisions.CountAsync(Cancelled)));
        Assert.Equal(0, portal.Apns.Journal.Received);
    }

    [Fact]
    [Trait("Fault", "F03")]
    public async Task Killed_between_commit_and_push_the_save_is_pushed_after_the_restart()
    {
        await using var portal = await KilledPortal.CreateAsync(fixture);
        await portal.DiesAtAsync(KillPoints.SaveAfterCommit, saves: true);
        Assert.Equal((true, 0), ((await portal.PassAsync()).Voided, portal.Apns.Journal.Received));

        await RestartsAndDeliversAsync(portal);
        Assert.Equal(1, portal.Apns.Journal.Received);
    }

    [Theory]
    [Trait("Fault", "F04")]
    [InlineData(KillPoints.PushClaimed, 0)]
    [InlineData(KillPoints.PushSent, 1)]
    [InlineData(KillPoints.PushCompleting, 1)]
    public async Task Killed_while_pushing_the_push_goes_out_after_the_restart(string killPoint, int sentBefore)
    {
        await using var portal = await KilledPortal.CreateAsync(fixture);
        await portal.DiesAtAsync(killPoint, saves: true);

        Assert.Equal(sentBefore, portal.Apns.Journal.Received);
        Assert.Equal(0, (await portal.TargetAsync()).AcceptedTag);
        Assert.Single(await portal.ReadAsync(db => db.PendingPushes.ToListAsync(Cancelled)));
        Assert.Empty(await portal.ReadAsync(db => db.PushAttempts.ToListAsync(Cancelled)));

        await RestartsAndDeliversAsync(portal);
        Assert.Equal(sentBefore + 1, portal.Apns.Journal.Received);
    }

    private static async Task RestartsAndDeliversAsync(KilledPortal portal)
    {
        // On PostgreSQL the lease of the dead process has to run out, which the test does not wait for.
        var past = DateTimeOffset.UtcNow.AddHours(-1);
        if (portal.Database.Provider is Data.Storage.DatabaseProvider.PostgreSql)
            await portal.Database.Writer.WriteAsync(
                (db, token) => db.PendingPushes.ExecuteUpdateAsync(set => set.SetProperty(push => push.DueAt, past), token), Cancelled);
        await using var restarted = portal.Start();
        var tag = (await portal.PassAsync()).Tag;

        await Until.TrueAsync("the push is stored", async () => (await portal.TargetAsync()).AcceptedTag == tag);
        Assert.Empty(await portal.ReadAsync(db => db.PendingPushes.ToListAsync(Cancelled)));
        Assert.Equal(PushOutcome.Accepted, Assert.Single(await portal.ReadAsync(db => db.PushAttempts.ToListAsync(Cancelled))).Outcome);
    }

    private static Task<long> ClockAsync(KilledPortal portal) => portal.ReadAsync(db => db.UpdateClocks.Select(clock => clock.Number).SingleAsync(Cancelled));
}

public sealed class KillOnSqliteTests(SqliteFixture fixture) : KillTests(fixture), IClassFixture<SqliteFixture>;

public sealed class KillOnPostgresTests(PostgresFixture fixture) : KillTests(fixture), IClassFixture<PostgresFixture>;
