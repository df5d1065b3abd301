using Portal.Activity.Pushes;
using Portal.Data.Devices;
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

        var entries = (await new PushLog(fixture.Database.Contexts).PageAsync(new PushLogFilter(), before: null, 10, Cancelled)).Entries
            .Where(entry => entry.Attempt.PassTypeId == pass.PassTypeId)
            .ToDictionary(entry => entry.Attempt.PushTargetId, entry => (entry.Phone, entry.PassId, entry.PassWords));

        Assert.Equal(("Phone …a3f2", pass.Id, "serial-1"), entries[one.PushTargetId!.Value]);
        Assert.Equal(("2 phones", null, "one of 2 passes"), entries[several.PushTargetId!.Value]);
        Assert.Equal((null, null, null), entries[999_999]);

        PushAttempt Attempt(long target) => new() { PushTargetId = target, PassTypeId = pass.PassTypeId, Outcome = PushOutcome.Accepted };
    }

    [Fact]
    public async Task It_is_filtered_by_pass_device_and_result_and_read_page_by_page()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var design = await db.AddDesignAsync(await db.AddPassTypeAsync("pass.test.filters"));
        var (first, second) = (await db.AddPassAsync(design, "first"), await db.AddPassAsync(design, "second"));
        var (mine, other) = (await db.AddRegistrationAsync(first, "has-the-first"), await db.AddRegistrationAsync(second, "has-the-second"));
        db.PushAttempts.AddRange(
            Attempt(mine, PushOutcome.Retry, tag: 1), Attempt(other, PushOutcome.Accepted, tag: 2), Attempt(mine, PushOutcome.Accepted, tag: 3));
        await db.SaveChangesAsync(Cancelled);
        var log = new PushLog(fixture.Database.Contexts);

        Assert.Equal([3, 1], await TagsAsync(new PushLogFilter { PassId = first.Id }));
        Assert.Equal([2], await TagsAsync(new PushLogFilter { DeviceId = other.DeviceId }));
        Assert.Equal([1], await TagsAsync(new PushLogFilter { DeviceId = mine.DeviceId, Outcome = PushOutcome.Retry }));
        Assert.Equal([3], await TagsAsync(new PushLogFilter { PassId = first.Id, Outcome = PushOutcome.Accepted }));
        Assert.Empty(await TagsAsync(new PushLogFilter { PassId = second.Id, Outcome = PushOutcome.Retry }));

        var newest = await log.PageAsync(new PushLogFilter { PassId = first.Id }, before: null, size: 1, Cancelled);
        var older = await log.PageAsync(new PushLogFilter { PassId = first.Id }, newest.Older, size: 1, Cancelled);
        Assert.Equal((3, 1), (Assert.Single(newest.Entries).Attempt.Tag, Assert.Single(older.Entries).Attempt.Tag));
        Assert.Null(older.Older);

        PushAttempt Attempt(Registration row, PushOutcome outcome, long tag) =>
            new() { PushTargetId = row.PushTargetId!.Value, PassTypeId = row.PassTypeId, Outcome = outcome, Tag = tag };
        async Task<IEnumerable<long>> TagsAsync(PushLogFilter filter) =>
            (await log.PageAsync(filter, before: null, size: 10, Cancelled)).Entries.Select(entry => entry.Attempt.Tag);
    }

    [Fact]
    public async Task A_pass_is_found_by_what_stands_on_it_and_a_phone_by_the_end_of_its_name()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var pass = await db.AddPassAsync(await db.AddDesignAsync(await db.AddPassTypeAsync("pass.test.choices")), "choice-0001");
        var row = await db.AddRegistrationAsync(pass, "a-phone-called-9d9d");
        var log = new PushLog(fixture.Database.Contexts);

        Assert.Equal((pass.Id, null), IdsOf(Assert.Single(await log.ChoicesAsync("CHOICE-0", Cancelled))));
        Assert.Equal((null, row.DeviceId), IdsOf(Assert.Single(await log.ChoicesAsync("Phone …9D9d", Cancelled))));
        Assert.Empty(await log.ChoicesAsync(" ", Cancelled));

        static (long? Pass, long? Device) IdsOf(PushLogChoice choice) => (choice.PassId, choice.DeviceId);
    }
}

public sealed class PushLogOnSqliteTests(SqliteFixture fixture) : PushLogTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PushLogOnPostgresTests(PostgresFixture fixture) : PushLogTests(fixture), IClassFixture<PostgresFixture>;
