using Microsoft.EntityFrameworkCore;
using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Clocks;
using Portal.Testing.Databases;

namespace Portal.Tests.Push.Faults;

/// <summary>Nodes on one PostgreSQL database whose clocks differ.</summary>
public sealed class NodeSkewTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    private const int Devices = 20;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Fault", "F31")]
    [InlineData(5, -5)]
    [InlineData(-5, 5)]
    [InlineData(-24 * 60, 24 * 60)]
    public async Task What_one_node_queues_is_due_to_the_other_at_once_and_leased_by_the_clock_of_the_database(int queuesAt, int claimsAt)
    {
        var world = await QueueWorld.CreateAsync(fixture.Database, Devices, Skewed(queuesAt));
        var other = new QueueClock(Skewed(claimsAt));
        var claims = new PushClaims(fixture.Database.Contexts, fixture.Database.Writer, other);
        var completions = new PushCompletions(fixture.Database.Writer, other);
        var tag = await world.ChangeAsync();

        var claimed = await claims.ClaimAsync(world.Type.Id, PushPriority.Single, Devices, Cancelled);
        Assert.Equal(Devices, claimed.Count);
        Assert.All(claimed, push => Assert.False(push.IsExpired));
        var lease = await world.ReadAsync(db => db.PushLeases.AsNoTracking().SingleAsync(row => row.Id == claimed[0].LeaseId, Cancelled));
        Assert.Equal(DateTimeOffset.UtcNow + PushClaims.Lease, lease.Until, TimeSpan.FromSeconds(5));
        // Neither node takes the other for dead by its own clock.
        Assert.Equal(0, await world.Claims.ReleaseDeadAsync(Cancelled));
        Assert.Equal(0, await claims.ReleaseDeadAsync(Cancelled));

        await completions.ApplyAsync([.. claimed.Select(push => world.Retry(push, TimeSpan.FromSeconds(30)))], Cancelled);
        Assert.All(await world.PendingAsync(), push => Assert.Equal(DateTimeOffset.UtcNow.AddSeconds(30), push.DueAt, TimeSpan.FromSeconds(5)));
        await world.MakeDueAsync();
        await completions.ApplyAsync([.. (await world.ClaimAsync()).Select(world.Accepted)], Cancelled);

        var lost = (await world.TargetsAsync()).Count(target => target.AcceptedTag < tag);
        var torn = (await world.PendingAsync()).Count;
        new FaultReport(lost, torn, 0) { Detail = $"clocks {claimsAt - queuesAt} min apart" }.Hold();
    }

    private static SetTime Skewed(int minutes)
    {
        var time = new SetTime();
        time.Jump(TimeSpan.FromMinutes(minutes));
        return time;
    }
}
