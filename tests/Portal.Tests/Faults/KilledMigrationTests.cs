using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;
using Portal.Testing.Hosting;

namespace Portal.Tests.Faults;

/// <summary>Killed in the middle of its migrations, the portal completes them at the next start.</summary>
[Trait("Fault", "F41")]
public sealed class KilledMigrationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_inside_a_migration_on_postgres_it_goes_on_where_the_last_one_was_committed()
    {
        Needs.PostgresFor(DatabaseProvider.PostgreSql);
        var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql, Cancelled);
        await using var ground = await PortalGround.CreateAsync(database, TimeProvider.System, Cancelled);
        var all = await BackToTheFirstAsync(database);

        // Whoever reads a table keeps a migration from changing it.
        await using (var reader = new NpgsqlConnection(database.ConnectionString))
        {
            await reader.OpenAsync(Cancelled);
            await using var reading = await reader.BeginTransactionAsync(Cancelled);
            await using var command = new NpgsqlCommand("""LOCK TABLE "PendingPushes", "PushTargets", "PushAttempts" IN ACCESS SHARE MODE""", reader, reading);
            await command.ExecuteNonQueryAsync(Cancelled);
            await using var portal = PortalProcess.Start(ground.Settings);
            await Until.TrueAsync("the portal waits inside a migration", () => IsWaitingAsync(database));
            portal.Kill();
            await portal.ExitCodeAsync(Cancelled);
        }

        await StartsAsync(ground, database, all);
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task Killed_at_any_moment_of_its_first_start_on_sqlite_it_completes_the_next()
    {
        var seed = Random.Shared.Next(1_000_000);
        var (chance, unfinished) = (new Random(seed), 0);
        for (var kill = 0; kill < Repeats.Of(usually: 2, inFull: 100); kill++)
        {
            var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, Cancelled);
            await using var ground = await PortalGround.CreateAsync(database, TimeProvider.System, Cancelled);
            var all = await BackToTheFirstAsync(database);
            await using (var portal = PortalProcess.Start(ground.Settings))
            {
                await Task.Delay(chance.Next(500, 2_000), Cancelled);
                portal.Kill();
                await portal.ExitCodeAsync(Cancelled);
            }

            unfinished += (await AppliedAsync(database)).Count < all.Count ? 1 : 0;
            await StartsAsync(ground, database, all);
        }

        new FaultReport(Lost: 0, Torn: 0, Duplicates: 0) { Seed = seed, Detail = $"{unfinished} kills came before the last migration" }.Hold();
    }

    private static async Task StartsAsync(PortalGround ground, TestDatabase database, IReadOnlyList<string> all)
    {
        await using var portal = PortalProcess.Start(ground.Settings);
        await portal.Address.WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
        Assert.Equal(all, await AppliedAsync(database));
    }

    /// <summary>Takes all migrations back but the first, and gives the names of all.</summary>
    private static async Task<IReadOnlyList<string>> BackToTheFirstAsync(TestDatabase database)
    {
        var all = await AppliedAsync(database);
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        await db.GetService<IMigrator>().MigrateAsync(all[0], Cancelled);
        return all;
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(TestDatabase database)
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        return [.. await db.Database.GetAppliedMigrationsAsync(Cancelled)];
    }

    private static async Task<bool> IsWaitingAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'relation')", connection);
        return await command.ExecuteScalarAsync(Cancelled) is true;
    }
}
