using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Portal.Data.Storage;

namespace Portal.Hosting;

/// <summary>
/// The lock that gives a SQLite file to one process, whatever data folder that has. It lies beside the file: SQLite loses
/// its own locks when the process opens and closes the database by other means.
/// </summary>
public sealed class SqliteLock(IOptions<DatabaseOptions> options) : IDisposable
{
    private FileStream? _lock;

    /// <summary>Takes it. PostgreSQL, and a database in memory, need none.</summary>
    /// <exception cref="StartFailedException">Another process has it, or the database lies in no folder.</exception>
    public void Lock()
    {
        if (_lock is not null || options.Value.Provider is not DatabaseProvider.Sqlite || SqliteConnectionText.FileOf(options.Value.ConnectionString) is not { } file)
            return;
        // The data folder was made by now. Any other is made by whoever names it: a mistyped path would begin an empty database.
        if (Path.GetDirectoryName(file) is { } folder && !Directory.Exists(folder))
        {
            throw new StartFailedException(
                $"ConnectionStrings:Portal names the database '{file}', but there is no folder '{folder}': make it, or correct the path.");
        }

        _lock = FileLock.Take(file + ".lock", $"The database '{file}'");
    }

    public void Dispose()
    {
        if (_lock is null)
            return;
        // The last connection writes the log into the file and removes it, by name: before anybody else may put a file there.
        using (var connection = new SqliteConnection(SqliteConnectionText.Complete(options.Value.ConnectionString)))
            SqliteConnection.ClearPool(connection);
        _lock.Dispose();
    }
}
