using Microsoft.EntityFrameworkCore;
using Portal.Testing.Databases;

namespace Portal.Data.Tests;

public abstract class MigrationTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_hold_the_whole_model()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        Assert.False(db.Database.HasPendingModelChanges(), "The model differs from the last migration: scripts/add-migration makes the next one.");
    }

    [Fact]
    public async Task A_new_database_has_every_migration_and_no_rows()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancelled));
        Assert.Empty(await db.Passes.ToListAsync(Cancelled));
    }
}

public sealed class MigrationOnSqliteTests(SqliteFixture fixture) : MigrationTests(fixture), IClassFixture<SqliteFixture>;

public sealed class MigrationOnPostgresTests(PostgresFixture fixture) : MigrationTests(fixture), IClassFixture<PostgresFixture>;
