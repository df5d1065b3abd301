using Portal.Data.Pushes;
using Portal.Testing.Databases;

namespace Portal.Tests.Push;

public abstract class PushLogCleaningTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_is_older_goes_however_much_it_is()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        var now = world.Time.GetUtcNow();
        await world.WriteAsync(async db =>
        {
            db.PushAttempts.AddRange(Enumerable.Range(0, 4500).Select(number => Attempt(now.AddDays(number < 4200 ? -31 : -29))));
            await db.SaveChangesAsync(Cancelled);
        });

        Assert.Equal(4200, await new PushLogCleaning(fixture.Database.Writer).CleanAsync(now.AddDays(-30), Cancelled));
        Assert.Equal(300, (await world.AttemptsAsync()).Count);

        PushAttempt Attempt(DateTimeOffset at) => new() { PassTypeId = world.Type.Id, PushTargetId = 1, At = at, Outcome = PushOutcome.Accepted };
    }
}

public sealed class PushLogCleaningOnSqliteTests(SqliteFixture fixture) : PushLogCleaningTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PushLogCleaningOnPostgresTests(PostgresFixture fixture) : PushLogCleaningTests(fixture), IClassFixture<PostgresFixture>;
