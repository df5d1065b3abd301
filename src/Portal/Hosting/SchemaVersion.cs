using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Hosting;

/// <summary>Which version of the portal a database belongs to, by its migrations.</summary>
public static class SchemaVersion
{
    /// <summary>A migration the database has and this program does not know: it was made by a newer one.</summary>
    public static string? UnknownOf(PortalDbContext db, IEnumerable<string> applied)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        return applied.FirstOrDefault(migration => !known.Contains(migration));
    }

    /// <summary>Migrates the database, or only checks it, as <c>Database:MigrateAtStart</c> says.</summary>
    /// <exception cref="StartFailedException">It was made by a newer version, or lacks migrations that are not to be made.</exception>
    public static async Task BringUpToDateAsync(PortalDbContext db, DatabaseOptions options, CancellationToken cancellationToken)
    {
        if (UnknownOf(db, await db.Database.GetAppliedMigrationsAsync(cancellationToken)) is { } unknown)
        {
            throw new StartFailedException(
                $"The database was made by a newer version (it has the unknown migration {unknown}): start that version, or restore a backup.");
        }

        if (options.MigrateAtStart)
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            throw new StartFailedException(
                $"The database lacks {Counted.Of(pending.Count, "migration")}, up to {pending[^1]}: start once with Database:MigrateAtStart=true.");
        }
    }
}
