using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Hosting;

/// <summary>Makes the database ready before anything else of the portal starts, or says in a sentence why it cannot.</summary>
public sealed partial class DatabaseStart(
    DataFolder folder,
    SqliteLock file,
    ClockMark mark,
    MasterKey key,
    IDbContextFactory<PortalDbContext> contexts,
    PortalWriter writer,
    IOptions<DatabaseOptions> options,
    IOptions<DataOptions> data,
    TimeProvider time,
    ILogger<DatabaseStart> logger) : IHostedLifecycleService
{
    private const string WithANewKey =
        "start once with Data:NewMasterKey=true: people sign in again, and every certificate has to be uploaded again.";

    /// <summary>Runs before any <c>StartAsync</c>: workers and the web server find a database of the right shape.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        folder.Lock();
        file.Lock();
        try
        {
            await PrepareAsync(cancellationToken);
        }
        catch (Exception error) when (DatabaseTrouble.Sentence(error, options.Value) is { } sentence)
        {
            throw new StartFailedException(sentence, error);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Provider is DatabaseProvider.Sqlite)
            await SqliteStart.CheckFileAsync(options.Value.ConnectionString, mark, logger, cancellationToken);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Migrate would make a missing PostgreSQL database by itself; a portal that was pointed at the wrong server should say so.
        if (options.Value.Provider is DatabaseProvider.PostgreSql)
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.CloseConnectionAsync();
        }

        await using var turn = await StartLock.TakeAsync(options.Value, logger, cancellationToken);
        await SchemaVersion.BringUpToDateAsync(db, options.Value, cancellationToken);
        await RequireKeyAsync(db, cancellationToken);
        await RecogniseRestoreAsync(db, cancellationToken);
    }

    /// <summary>A new key beside secrets under an old one would open none of them, and the old one might be forgotten.</summary>
    private async Task RequireKeyAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (data.Value.NewMasterKey)
            return;
        var ring = await db.DataProtectionKeys.Select(row => row.Xml ?? "").ToListAsync(cancellationToken);
        if (!key.Exists && (ring.Count > 0 || await db.SigningCertificates.AnyAsync(cancellationToken)))
        {
            throw new StartFailedException(
                $"The master key '{key.Path}' is gone, but the database holds keys that only it opens: put its backup there or set Data:MasterKey. "
                + $"If it is lost, {WithANewKey}");
        }

        // One is enough: those from before a new master key stay closed for ever.
        if (ring.Count > 0 && !ring.Exists(entry => KeyRingDecryptor.Opens(key, entry)))
        {
            throw new StartFailedException(
                "The master key is another than the one this database was made with: give every node the same Data:MasterKey, or the same file "
                + $"'{key.Path}'. If that one is lost, {WithANewKey}");
        }
    }

    /// <summary>A clock behind its mark: an older backup came back. A new epoch makes every phone ask for everything once.</summary>
    private async Task RecogniseRestoreAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var clocks = await db.UpdateClocks.AsNoTracking().ToListAsync(cancellationToken);
        var now = ClockMark.Marks.Of(options.Value.Provider, clocks);
        if (mark.Read()?.AreAheadOf(now) == true)
        {
            Log.Restored(logger);
            await EpochStart.BeginAsync(writer, time, cancellationToken);
            now = ClockMark.Marks.Of(options.Value.Provider, await db.UpdateClocks.AsNoTracking().ToListAsync(cancellationToken));
        }

        try
        {
            mark.Write(now);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartFailedException($"The clock mark '{mark.Path}' cannot be written: {error.Message}", error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The database is older than its clock mark: a backup was restored. A new epoch begins, every phone will be told everything once.")]
        public static partial void Restored(ILogger logger);
    }
}
