using Npgsql;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>PostgreSQL crashes, and cuts connections at any moment, also in a commit: a save that got no answer is known again by its id.</summary>
[Trait("Fault", "F34")]
[Trait("Length", "Long")]
public sealed class CrashedDatabaseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Crashes_and_cut_connections_lose_nothing()
    {
        Needs.PostgresFor(DatabaseProvider.PostgreSql);
        var (crashes, cuts, seed) = (Repeats.Of(usually: 1, inFull: 20), Repeats.Of(usually: 20, inFull: 1_000), Random.Shared.Next(1_000_000));
        var chance = new Random(seed);
        var database = await OwnServerDatabase.CreateAsync(Cancelled);
        await using var world = await BusyWorld.CreateAsync(database, phones: 20);
        await world.Node.StartAsync();
        using var stopping = new CancellationTokenSource();
        var work = world.WorkAsync(savesPerSecond: 40, stopping.Token);
        for (var crash = 0; crash < crashes; crash++)
        {
            await Task.Delay(chance.Next(200, 1_500), Cancelled);
            await database.Server.CrashAsync(Cancelled);
            await Task.Delay(chance.Next(0, 1_000), Cancelled);
            await database.Server.StartAgainAsync(Cancelled);
        }

        var cut = 0L;
        await using (var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString()))
        {
            await connection.OpenAsync(Cancelled);
            for (var time = 0; time < cuts; time++)
            {
                await Task.Delay(chance.Next(10, 120), Cancelled);
                await using var command = new NpgsqlCommand(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
                cut += await command.ExecuteScalarAsync(Cancelled) as long? ?? 0;
            }
        }

        await stopping.CancelAsync();
        await work;
        var report = await world.ReportAsync();
        Assert.True(cut > 0 && world.Saves > 0);
        (report with { Seed = seed, Detail = $"{crashes} crashes, {cut} connections cut, {world.Saves} saves" }).Hold();
    }
}
