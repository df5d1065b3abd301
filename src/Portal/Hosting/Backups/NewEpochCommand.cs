using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Hosting.Backups;

/// <summary>Begins a new epoch because a person says so.</summary>
/// <remarks>
/// A start recognises a restored database by the clock mark in its data folder. On a new machine there is none, and phones with
/// newer tags than the database would never ask for what is saved next. On PostgreSQL portals may run meanwhile, as they may when
/// one of them recognises a restore at its start; on SQLite none may, for the write lock would keep it from saving.
/// </remarks>
public static class NewEpochCommand
{
    /// <summary>Begins it.</summary>
    /// <returns>What was done, in a sentence.</returns>
    /// <exception cref="StartFailedException">There is no database of this version, or a portal runs on SQLite.</exception>
    public static async Task<string> RunAsync(StartOptions options)
    {
        using var folder = new DataFolder(Options.Create(options.Data));
        using var database = new SqliteLock(Options.Create(options.Database));
        if (options.Database.Provider is DatabaseProvider.Sqlite)
            await TakeFileAsync(options.Database, folder, database);
        return await BeginAsync(options.Database);
    }

    private static async Task<string> BeginAsync(DatabaseOptions options)
    {
        var services = new ServiceCollection().AddPortalData(options.Provider, options.ConnectionString);
        await using var provider = services.BuildServiceProvider();
        await using var db = await provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        // Where there is no database, this says so; to ask for its migrations would only find none.
        await db.Database.OpenConnectionAsync();
        await db.Database.CloseConnectionAsync();

        await using var turn = await StartLock.TakeAsync(options, NullLogger.Instance, CancellationToken.None);
        if (!(await db.Database.GetAppliedMigrationsAsync()).Any())
            throw new StartFailedException("The database is none of a Passbook Portal.");
        await SchemaVersion.BringUpToDateAsync(db, options, CancellationToken.None);
        var phones = await db.Registrations.Where(registration => registration.EndedAt == null)
            .Select(registration => registration.DeviceId).Distinct().CountAsync();
        await EpochStart.BeginAsync(provider.GetRequiredService<PortalWriter>(), TimeProvider.System, CancellationToken.None);
        return $"A new epoch has begun: {Counted.Of(phones, "phone")} will be woken and told everything, as soon as a portal runs.";
    }

    private static async Task TakeFileAsync(DatabaseOptions options, DataFolder folder, SqliteLock database)
    {
        var file = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
        if (!File.Exists(file))
            throw new StartFailedException($"There is no database '{file}'.");
        folder.Lock();
        database.Lock();
        await SqliteStart.CheckFileAsync(options.ConnectionString, new ClockMark(folder), NullLogger.Instance, CancellationToken.None);
    }
}
