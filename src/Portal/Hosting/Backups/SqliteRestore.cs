using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Hosting.Backups;

/// <summary>Puts a backup in the place of the database, while no portal runs.</summary>
/// <remarks>
/// The backup is checked, brought up to date and given a new epoch beside its place, and only then moved there: whatever
/// fails before that leaves the old database as it was.
/// </remarks>
public static class SqliteRestore
{
    private static readonly string[] Companions = ["", "-wal", "-shm"];

    /// <summary>Restores a backup.</summary>
    /// <returns>What was done, in a sentence.</returns>
    /// <exception cref="StartFailedException">The backup is missing, damaged or of a newer version, or a portal is running.</exception>
    public static async Task<string> ReadAsync(string file, StartOptions options)
    {
        if (!File.Exists(file))
            throw new StartFailedException($"There is no backup '{file}'.");
        var place = new SqliteConnectionStringBuilder(options.Database.ConnectionString).DataSource;
        if (string.Equals(place, LinkedFile.Follow(file), StringComparison.Ordinal))
            throw new StartFailedException($"'{file}' is the database itself: name a backup.");
        using var folder = new DataFolder(Options.Create(options.Data));
        folder.Lock();
        using var database = new SqliteLock(Options.Create(options.Database));
        database.Lock();
        await SqliteBackup.RequireWholeAsync(file);

        var draft = place + ".restoring";
        var clocks = await RenewAsync(file, draft);
        var kept = Keep(place);
        Remove(place);
        File.Move(draft, place);
        new ClockMark(folder).Write(ClockMark.Marks.Of(DatabaseProvider.Sqlite, clocks));
        return $"'{file}' is restored as '{place}'.{kept} With the next start every phone is woken and told everything.";
    }

    private static async Task<IReadOnlyList<ClockRow>> RenewAsync(string file, string draft)
    {
        Remove(draft);
        try
        {
            Copy(file, draft);
            return await RenewAsync(draft);
        }
        catch
        {
            Remove(draft);
            throw;
        }
        finally
        {
            // The last connection takes the log beside the file with it.
            SqliteConnection.ClearAllPools();
        }
    }

    private static async Task<IReadOnlyList<ClockRow>> RenewAsync(string draft)
    {
        var services = new ServiceCollection().AddPortalData(DatabaseProvider.Sqlite, SqliteConnectionText.ForFile(draft));
        await using var provider = services.BuildServiceProvider();
        await using var db = await provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        if (applied.Count == 0)
            throw new StartFailedException("The backup is a database, but none of a Passbook Portal.");
        if (SchemaVersion.UnknownOf(db, applied) is { } unknown)
            throw new StartFailedException($"The backup was made by a newer version (it has the unknown migration {unknown}): restore it with that version.");

        await db.Database.MigrateAsync();
        await EpochStart.BeginAsync(provider.GetRequiredService<PortalWriter>(), TimeProvider.System, CancellationToken.None);
        return await db.UpdateClocks.AsNoTracking().ToListAsync();
    }

    /// <summary>
    /// Reads it as the portal would, with the log beside it: what a restore set aside may be of a portal that was killed, whose last saves
    /// are in its log only. The copy is readable by its owner only, whatever the backup is.
    /// </summary>
    private static void Copy(string file, string draft)
    {
        OwnerOnlyFile.MakeEmpty(draft);
        using var source = SqliteBackup.Open(file, SqliteOpenMode.ReadOnly);
        source.Open();
        using var copy = SqliteBackup.Open(draft, SqliteOpenMode.ReadWrite);
        copy.Open();
        source.BackupDatabase(copy);
    }

    // A log left beside another database is taken for that one's own, and damages it.
    private static string Keep(string place)
    {
        if (!File.Exists(place))
            return "";
        var moment = place + ".before-" + TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var aside = moment;
        for (var another = 2; File.Exists(aside); another++)
            aside = string.Create(CultureInfo.InvariantCulture, $"{moment}-{another}");
        foreach (var companion in Companions.Where(companion => File.Exists(place + companion)))
            File.Move(place + companion, aside + companion);
        return $" What was there is kept as '{aside}'.";
    }

    private static void Remove(string database)
    {
        foreach (var companion in Companions)
            File.Delete(database + companion);
    }
}
