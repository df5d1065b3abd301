using Portal.Data.Storage;
using Portal.Hosting;
using Portal.Testing;

namespace Portal.Tests.Faults;

/// <summary>
/// The portal killed as by a power cut where it hurts most: a save is whole or never was, and what was saved arrives after the
/// next start, pushed at most once too often for each kill.
/// </summary>
[Trait("Length", "Long")]
public abstract class KillTests(DatabaseProvider provider)
{
    private static readonly int Kills = Repeats.Of(usually: 2, inFull: 50);

    public static TheoryData<string> UnderWay { get; } =
    [
        new TheoryDataRow<string>(KillPoints.PushClaimed).WithTrait("Fault", "F04"),
        new TheoryDataRow<string>(KillPoints.PushSent).WithTrait("Fault", "F05"),
        new TheoryDataRow<string>(KillPoints.PushCompleting).WithTrait("Fault", "F06"),
    ];

    [Fact]
    [Trait("Fault", "F01")]
    public async Task Killed_before_the_commit_a_save_leaves_nothing()
    {
        await using var world = await CrashWorld.CreateAsync(provider);
        var before = await world.ReadAsync();
        for (var kill = 1; kill <= Kills; kill++)
        {
            await world.StartAsync(KillPoints.SaveBeforeCommit);
            Assert.Null(await world.SaveAsync(kill, Guid.CreateVersion7()));
            await world.DiesAsync();
            Assert.Equal(before, await world.ReadAsync());
        }

        await world.StartAsync();
        Assert.Equal("Saved", await world.SaveAsync(100, Guid.CreateVersion7()));
        await world.ArrivesAsync(100);
        var after = await world.ReadAsync();
        Assert.Equal(before.Attempts + 1, after.Attempts);
        new FaultReport(Lost: 0, after.Torn, Duplicates: 0) { Detail = $"{Kills} kills" }.Hold();
    }

    [Fact]
    [Trait("Fault", "F02")]
    [Trait("Fault", "F03")]
    public async Task Killed_after_the_commit_a_save_is_whole_known_again_and_arrives()
    {
        await using var world = await CrashWorld.CreateAsync(provider);
        var (accepted, change) = (world.Accepted, Guid.Empty);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await world.StartAsync(KillPoints.SaveAfterCommit);
            await SavedAlreadyAsync(world, kill - 1, change);
            var before = await world.ReadAsync();
            change = Guid.CreateVersion7();
            Assert.Null(await world.SaveAsync(kill, change));
            await world.DiesAsync();

            Assert.Equal(
                before with { PassTag = before.Clock + 1, Clock = before.Clock + 1, Revisions = before.Revisions + 1, Changes = before.Changes + 1, Pending = 1 },
                await world.ReadAsync());
        }

        await world.StartAsync();
        await SavedAlreadyAsync(world, Kills, change);
        Assert.Equal(accepted + Kills, world.Accepted);
        new FaultReport(Lost: 0, (await world.ReadAsync()).Torn, world.Accepted - accepted - Kills) { Detail = $"{Kills} kills" }.Hold();
    }

    [Theory, MemberData(nameof(UnderWay))]
    public async Task Killed_with_a_push_under_way_the_save_arrives_after_the_next_start(string point)
    {
        await using var world = await CrashWorld.CreateAsync(provider);
        var accepted = world.Accepted;
        for (var kill = 1; kill <= Kills; kill++)
        {
            // What the last kill left comes by the same point once more.
            await world.StartAsync(point, times: kill == 1 ? 1 : 2);
            await world.ArrivesAsync(kill - 1);
            var before = await world.ReadAsync();
            await world.SaveAsync(kill, Guid.CreateVersion7());
            await world.DiesAsync();

            var after = await world.ReadAsync();
            Assert.Equal((before.Clock + 1, 1, before.Attempts, 0), (after.PassTag, after.Pending, after.Attempts, after.Torn));
        }

        await world.StartAsync();
        await world.ArrivesAsync(Kills);
        Assert.InRange(world.Accepted - accepted, Kills, 2 * Kills);
        new FaultReport(Lost: 0, (await world.ReadAsync()).Torn, world.Accepted - accepted - Kills) { Detail = $"{Kills} kills" }.Hold();
    }

    // Whoever saved was not answered, and clicks again.
    private static async Task SavedAlreadyAsync(CrashWorld world, int points, Guid change)
    {
        await world.ArrivesAsync(points);
        if (change == Guid.Empty)
            return;
        var before = await world.ReadAsync();
        Assert.Equal("Saved", await world.SaveAsync(points, change));
        Assert.Equal(before, await world.ReadAsync());
    }
}

public sealed class KillOnSqliteTests() : KillTests(DatabaseProvider.Sqlite);

public sealed class KillOnPostgresTests() : KillTests(DatabaseProvider.PostgreSql);
