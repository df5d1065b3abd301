using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Clocks;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;
using SimulatedAnswer = Wallet.Simulator.Apns.ApnsAnswer;

namespace Portal.Tests.Push;

public abstract class PushHealthTests(DatabaseFixture fixture)
{
    private readonly FasterTime _time = new(10);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trouble_whose_push_another_node_sent_or_whose_phone_is_gone_is_none_any_more()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Time = _time });
        world.Apns.Script.Always(SimulatedAnswer.Error(503, ApnsReasons.ServiceUnavailable));
        world.Start();
        await world.ChangeAsync();
        await Until.TrueAsync("the trouble is told", async () =>
            await DescribeAsync(world) is { } reason && reason.StartsWith("The push service has not answered for ", StringComparison.Ordinal));

        await world.Queue.WriteAsync(async db =>
        {
            var now = _time.GetUtcNow();
            var type = world.Queue.Type.Id;
            await db.PushTargets.Where(target => target.PassTypeId == type).ExecuteUpdateAsync(set => set.SetProperty(target => target.RetiredAt, now), Cancelled);
            await db.PendingPushes.Where(push => push.PassTypeId == type).ExecuteDeleteAsync(Cancelled);
        });
        await Until.TrueAsync("the portal is well again", async () => await DescribeAsync(world) is null);
        Assert.Equal(0, world.Apns.Journal.Accepted);
    }

    private static async Task<string?> DescribeAsync(PushWorld world)
    {
        var health = new PushHealth(world.Queue.Claims, world.Dispatcher, Options.Create(new PushOptions { LateAfterSeconds = 1 }));
        var result = await health.CheckHealthAsync(new HealthCheckContext(), Cancelled);
        return result.Status is HealthStatus.Healthy ? null : result.Description;
    }
}

public sealed class PushHealthOnSqliteTests(SqliteFixture fixture) : PushHealthTests(fixture), IClassFixture<SqliteFixture>;

public sealed class PushHealthOnPostgresTests(PostgresFixture fixture) : PushHealthTests(fixture), IClassFixture<PostgresFixture>;
