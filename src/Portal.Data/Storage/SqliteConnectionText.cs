using Microsoft.Data.Sqlite;

namespace Portal.Data.Storage;

/// <summary>Completes a SQLite connection string with what the portal relies on.</summary>
public static class SqliteConnectionText
{
    private const int BusyTimeoutSeconds = 5;

    /// <summary>Foreign keys on and a busy time-out of 5 s, whatever the given text says.</summary>
    public static string Complete(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = BusyTimeoutSeconds, Pooling = true }
            .ToString();

    /// <summary>The connection string of a database file.</summary>
    public static string ForFile(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ToString();
}
