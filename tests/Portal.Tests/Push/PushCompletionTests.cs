using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;
using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Push;

public abstract class PushCompletionTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accepted_push_is_logged_marked_on_its_target_and_gone_from_the_queue()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 2);
        var tag = await world.ChangeAsync();

        var batch = await world.CompleteAsync((await world.ClaimAsync()).Select(world.Accepted));

        Assert.Equal(0, batch.Stale);
        Assert.Empty(await world.PendingAsync());
        Assert.All(await world.TargetsAsync(), target =>
        {
            Assert.Equal((tag, "Accepted"), (target.AcceptedTag, target.LastResult));
            Assert.Equal(world.Time.GetUtcNow(), target.AcceptedAt!.Value, TimeSpan.FromMilliseconds(1));
            Assert.Equal(target.AcceptedAt, target.LastPushAt);
        });
        Assert.All(await world.AttemptsAsync(), attempt =>
        {
            Assert.Equal((PushOutcome.Accepted, 200, "apns-id", tag, 40), (attempt.Outcome, attempt.Status, attempt.ApnsId, attempt.Tag, attempt.DurationMilliseconds));
        });
    }

    [Fact]
    [Trait("Fault", "F09")]
    public async Task A_save_while_the_push_is_in_flight_keeps_the_row_due()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        var first = await world.ChangeAsync();
        var claimed = await world.ClaimAsync();
        var second = await world.ChangeAsync();

        await world.CompleteAsync(claimed.Select(world.Accepted));

        Assert.Equal(first, (await world.TargetsAsync())[0].AcceptedTag);
        Assert.Equal(second, Assert.Single(await world.ClaimAsync()).Tag);
    }

    [Fact]
    [Trait("Fault", "F33")]
    public async Task A_completion_under_an_old_lease_leaves_the_row_to_its_new_holder()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        var sleeper = await world.ClaimAsync();
        await world.OutliveLeasesAsync();
        var holder = await world.ClaimAsync();

        Assert.Equal(1, (await world.CompleteAsync(sleeper.Select(push => world.Retry(push, TimeSpan.Zero)))).Stale);
        Assert.Empty(await world.PendingAsync());
        Assert.Equal(0, (await world.CompleteAsync(holder.Select(world.Accepted))).Stale);
        Assert.Empty(await world.PendingAsync());
    }

    [Fact]
    public async Task Of_two_changes_under_way_to_one_device_the_newer_one_counts()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        var first = await world.ClaimAsync();
        var newer = await world.ChangeAsync();
        var second = await world.ClaimAsync();

        await world.CompleteAsync([.. first.Select(world.Accepted), .. second.Select(world.Accepted)]);
        Assert.Equal(newer, (await world.TargetsAsync())[0].AcceptedTag);
        Assert.Equal(2, (await world.AttemptsAsync()).Count);
    }

    [Fact]
    public async Task Two_changes_to_one_device_that_failed_together_are_one_push_again()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        var first = await world.ClaimAsync();
        var newer = await world.ChangeAsync();
        var second = await world.ClaimAsync();

        await world.CompleteAsync([.. first.Select(push => world.Retry(push, TimeSpan.Zero)), .. second.Select(push => world.Retry(push, TimeSpan.Zero))]);
        Assert.Equal((newer, 1), (await world.PendingAsync()).Select(push => (push.Tag, push.Attempts)).Single());
    }

    [Fact]
    public async Task A_newer_change_that_fails_after_an_older_one_is_the_one_tried_again()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        var first = await world.ClaimAsync();
        var newer = await world.ChangeAsync();
        var second = await world.ClaimAsync();

        await world.CompleteAsync(first.Select(push => world.Retry(push, TimeSpan.Zero)));
        await world.CompleteAsync(second.Select(push => world.Retry(push, TimeSpan.Zero)));

        Assert.Equal(newer, Assert.Single(await world.PendingAsync()).Tag);
    }

    [Fact]
    public async Task A_lease_goes_with_its_last_answer()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 3);
        await world.ChangeAsync();
        var claimed = await world.ClaimAsync();

        await world.CompleteAsync(claimed.Take(2).Select(world.Accepted));
        Assert.True(await world.IsHeldAsync(claimed[0].LeaseId));
        await world.CompleteAsync(world.Accepted(claimed[2]));
        Assert.False(await world.IsHeldAsync(claimed[0].LeaseId));
    }

    [Fact]
    public async Task A_device_that_is_to_be_left_alone_is_so_for_a_newer_change_too()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        var claimed = await world.ClaimAsync();
        var newer = await world.ChangeAsync();

        await world.CompleteAsync(claimed.Select(push => world.Retry(push, TimeSpan.FromMinutes(4))));

        Assert.Empty(await world.ClaimAsync());
        Assert.Equal((newer, 1), (await world.PendingAsync()).Select(push => (push.Tag, push.Attempts)).Single());
    }

    [Fact]
    public async Task A_retry_is_due_after_its_delay_and_one_attempt_older()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();

        await world.CompleteAsync((await world.ClaimAsync()).Select(push => world.Retry(push, TimeSpan.FromMinutes(4))));

        Assert.InRange((await world.LookAsync())!.DueIn[(int)PushPriority.Single]!.Value, TimeSpan.FromMinutes(3.8), TimeSpan.FromMinutes(4));
        var row = Assert.Single(await world.PendingAsync());
        Assert.Equal(1, row.Attempts);
        Assert.Equal("ServiceUnavailable", (await world.TargetsAsync())[0].LastResult);
    }

    [Fact]
    public async Task A_parked_push_waits_for_the_next_change()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        var claimed = (await world.ClaimAsync())[0];

        await world.CompleteAsync(world.Completion(claimed, PushFate.Park, PushOutcome.Parked) with { Status = 400, Reason = "BadTopic" });
        Assert.Equal("BadTopic", Assert.Single(await world.PendingAsync()).ParkedReason);
        await world.MakeDueAsync();
        Assert.Empty(await world.ClaimAsync());

        await world.ChangeAsync();
        Assert.Single(await world.ClaimAsync());
    }

    [Fact]
    public async Task What_is_put_back_without_being_sent_is_due_at_once_and_not_logged()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();

        await world.CompleteAsync((await world.ClaimAsync()).Select(push => world.Completion(push, PushFate.PutBack, null)));

        Assert.Empty(await world.AttemptsAsync());
        Assert.Equal(0, Assert.Single(await world.ClaimAsync()).Attempts);
    }

    [Fact]
    public async Task A_dead_token_ends_the_registrations_of_its_topic_and_the_push()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 2);
        await world.ChangeAsync();
        var claimed = await world.ClaimAsync();

        var batch = await world.CompleteAsync(world.Dead(claimed[0], world.Time.GetUtcNow()), world.Accepted(claimed[1]));

        Assert.Equal((1, 0), (batch.Retired, batch.Stale));
        Assert.Empty(await world.PendingAsync());
        var target = (await world.TargetsAsync()).Single(target => target.RetiredAt is not null);
        Assert.Equal((claimed[0].PushTargetId, "Unregistered"), (target.Id, target.RetiredReason));
        var ended = (await world.RegistrationsAsync()).Single(registration => registration.EndedAt is not null);
        Assert.Equal((target.Id, RegistrationEnd.TokenDead), (ended.PushTargetId, ended.EndedReason));
        Assert.Equal([PushOutcome.TokenDead, PushOutcome.Accepted], (await world.AttemptsAsync()).Select(attempt => attempt.Outcome));
    }

    [Fact]
    [Trait("Fault", "F25")]
    public async Task A_410_from_before_the_token_was_presented_again_retires_nothing()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        var claimed = (await world.ClaimAsync())[0];

        var batch = await world.CompleteAsync(world.Dead(claimed, world.Time.GetUtcNow().AddHours(-1)));

        Assert.Equal(0, batch.Retired);
        Assert.Null((await world.TargetsAsync())[0].RetiredAt);
        Assert.Null((await world.RegistrationsAsync())[0].EndedAt);
        Assert.Equal(1, Assert.Single(await world.PendingAsync()).Attempts);
        Assert.Equal(PushOutcome.Retry, Assert.Single(await world.AttemptsAsync()).Outcome);
        await HoldAsync(world);
    }

    [Fact]
    [Trait("Fault", "F25")]
    public async Task A_410_without_its_moment_retires_nothing()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();

        var batch = await world.CompleteAsync(world.Dead((await world.ClaimAsync())[0], null));

        Assert.Equal(0, batch.Retired);
        Assert.Single(await world.PendingAsync());
        await HoldAsync(world);
    }

    [Fact]
    [Trait("Fault", "F25")]
    public async Task A_token_replaced_while_its_push_was_in_flight_is_not_retired()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database);
        await world.ChangeAsync();
        var claimed = (await world.ClaimAsync())[0];
        await world.WriteAsync(db => db.PushTargets.Where(target => target.Id == claimed.PushTargetId)
            .ExecuteUpdateAsync(set => set.SetProperty(target => target.PushToken, "ab"), Cancelled));

        var bad = world.Dead(claimed, null) with { Status = 400, Reason = "BadDeviceToken", DeathIsDated = false };
        Assert.Equal(0, (await world.CompleteAsync(bad)).Retired);

        await world.MakeDueAsync();
        Assert.Equal("ab", Assert.Single(await world.ClaimAsync()).PushToken);
        await HoldAsync(world);
    }

    [Fact]
    public async Task An_answer_for_a_target_that_was_forgotten_meanwhile_is_still_logged()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 2);
        await world.ChangeAsync();
        var claimed = await world.ClaimAsync();
        await world.WriteAsync(db => db.PushTargets.Where(target => target.Id == claimed[0].PushTargetId).ExecuteDeleteAsync(Cancelled));

        await world.CompleteAsync(world.Retry(claimed[0], TimeSpan.Zero), world.Accepted(claimed[1]));

        Assert.Empty(await world.PendingAsync());
        Assert.Equal(claimed.Select(push => push.PushTargetId).Order(), (await world.AttemptsAsync()).Select(attempt => attempt.PushTargetId).Order());
    }

    [Fact]
    public async Task Undoing_a_retirement_brings_the_registrations_back_and_wakes_their_devices()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 3);
        var tag = await world.ChangeAsync();
        var claimed = await world.ClaimAsync();
        await world.CompleteAsync(claimed.Select(push => world.Dead(push, world.Time.GetUtcNow())));

        var now = world.Time.GetUtcNow();
        var undone = await world.Database.Writer.WriteAsync(
            (db, token) => TokenRetirement.UndoAsync(db, world.Type.Id, now.AddMinutes(-1), now, token), Cancelled);

        Assert.Equal(3, undone);
        Assert.All(await world.RegistrationsAsync(), registration => Assert.Null(registration.EndedAt));
        Assert.All(await world.TargetsAsync(), target => Assert.Null(target.RetiredAt));
        Assert.All(await world.PendingAsync(), push => Assert.Equal((tag, PushPriority.Bulk), (push.Tag, push.Priority)));
        Assert.Equal(3, (await world.PendingAsync()).Count);
    }

    [Fact]
    public async Task The_answer_that_stops_a_topic_is_stored_with_its_first_reason()
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, devices: 2);
        await world.ChangeAsync();
        var claimed = await world.ClaimAsync();

        await world.CompleteAsync(claimed.Select(push =>
            world.Completion(push, PushFate.PutBack, PushOutcome.TopicStopped) with { Status = 403, Reason = "BadCertificate", StopReason = "BadCertificate" }));
        await world.WriteAsync(db => TopicStops.StopAsync(db, world.Type.Id, "Forbidden", world.Time.GetUtcNow(), Cancelled));

        Assert.Equal("BadCertificate", (await world.TypeAsync()).PushStopReason);
        Assert.Equal(2, (await world.PendingAsync()).Count);
    }

    // Lost is a live device that was retired; torn is one of which only the target or only the registration was.
    private static async Task HoldAsync(QueueWorld world)
    {
        var targets = await world.TargetsAsync();
        var retired = targets.Where(target => target.RetiredAt is not null).Select(target => target.Id).ToHashSet();
        var ended = (await world.RegistrationsAsync()).Where(registration => registration.EndedAt is not null).Select(registration => registration.PushTargetId ?? 0);
        new FaultReport(retired.Count, retired.Except(ended).Count() + ended.Except(retired).Count(), 0) { Detail = $"{targets.Count} alive" }.Hold();
    }
}

public sealed class PushCompletionOnSqliteTests(SqliteFixture fixture) : PushCompletionTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PushCompletionOnPostgresTests(PostgresFixture fixture) : PushCompletionTests(fixture), IClassFixture<PostgresFixture>;
