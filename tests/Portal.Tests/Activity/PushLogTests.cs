using Portal.Activity;
using Portal.Data.Pushes;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Activity;

public abstract class PushLogTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_attempt_names_the_phone_and_the_pass_it_was_for()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var design = await db.AddDesignAsync(await db.AddPassTypeAsync("pass.test.log"));
        var pass = await db.AddPassAsync(design, "serial-1");
        var one = await db.AddRegistrationAsync(pass, "one-phone-a3f2");
        var several = await db.AddRegistrationAsync(pass, "other-phone-b4c5");
        var second = await db.AddRegistrationAsync(await db.AddPassAsync(design, "serial-2"), "shares-the-token");
        second.PushTargetId = several.PushTargetId;
        db.PushAttempts.AddRange(Attempt(one.PushTargetId!.Value), Attempt(several.PushTargetId!.Value), Attempt(target: 999_999));
        await db.SaveChangesAsync(Cancelled);

        var entries = (await new PushLog(fixture.Database.Contexts).NewestAsync(10, Cancelled))
            .ToDictionary(entry => entry.Attempt.PushTargetId, entry => (entry.Phone, entry.PassId, entry.PassWords));

        Assert.Equal(("Phone …a3f2", pass.Id, "serial-1"), entries[one.PushTargetId!.Value]);
        Assert.Equal(("2 phones", null, "one of 2 passes"), entries[several.PushTargetId!.Value]);
        Assert.Equal((null, null, null), entries[999_999]);

        PushAttempt Attempt(long target) => new() { PushTargetId = target, PassTypeId = pass.PassTypeId, Outcome = PushOutcome.Accepted };
    }
}

public sealed class PushLogOnSqliteTests(SqliteFixture fixture) : PushLogTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PushLogOnPostgresTests(PostgresFixture fixture) : PushLogTests(fixture), IClassFixture<PostgresFixture>;
