using Microsoft.Data.Sqlite;
using Portal.Hosting.Backups;
using Portal.Data.Storage;

namespace Portal.Hosting;

/// <summary>What is looked at in a SQLite file before EF Core opens it.</summary>
public static partial class SqliteStart
{
    /// <summary>Refuses to start empty where there was a database, and clears a lock that a killed migration left.</summary>
    /// <exception cref="StartFailedException">The file is damaged, or is gone although the clock mark knows it.</exception>
    public static async Task CheckFileAsync(string connectionString, ClockMark mark, ILogger logger, CancellationToken cancellationToken)
    {
        if (SqliteConnectionText.FileOf(connectionString) is not { } file)
            return;
        if (File.Exists(file))
        {
            await RequireFittingLogAsync(file, logger);
            await RemoveStaleMigrationLockAsync(connectionString, cancellationToken);
            return;
        }

        if (mark.Exists && mark.Read() is null or { Provider: DatabaseProvider.Sqlite })
        {
            throw new StartFailedException(
                $"The database '{file}' is gone, but '{mark.Path}' knows that there was one: put the file or a backup back, or remove the mark to begin with an empty database.");
        }

        OwnerOnlyFile.MakeEmpty(file);
    }

    /// <summary>
    /// A log that a killed process left belongs to the file it was written for. Beside an older copy of it, SQLite takes it in all the
    /// same and damages the copy, so every page is looked at: for a million passes some 7 s, from a disk that has to read it all a minute.
    /// </summary>
    private static async Task RequireFittingLogAsync(string file, ILogger logger)
    {
        var log = new FileInfo(file + "-wal");
        if (!log.Exists || log.Length == 0)
            return;
        Log.Checking(logger, file);
        try
        {
            await SqliteBackup.RequireWholeAsync(file, SqliteOpenMode.ReadWrite);
        }
        catch (StartFailedException damaged)
        {
            throw new StartFailedException(
                $"{damaged.Message} A portal that was not stopped properly left the log '{log.FullName}', which fits no other file than the one it was written for: restore a backup with the command restore FILE.",
                damaged);
        }
    }

    /// <summary>
    /// A process killed inside a migration leaves a row that makes every later one wait for ever. The file's lock is
    /// ours by now, so nobody is migrating.
    /// </summary>
    private static async Task RemoveStaleMigrationLockAsync(string connectionString, CancellationToken cancellationToken)
    {
        var text = new SqliteConnectionStringBuilder(SqliteConnectionText.Complete(connectionString)) { Pooling = false }.ToString();
        await using var connection = new SqliteConnection(text);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'""";
        if (await command.ExecuteScalarAsync(cancellationToken) is 0L)
            return;
        command.CommandText = """DELETE FROM "__EFMigrationsLock" """;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The portal was not stopped properly: looking at every page of '{File}'")]
        public static partial void Checking(ILogger logger, string file);
    }
}
