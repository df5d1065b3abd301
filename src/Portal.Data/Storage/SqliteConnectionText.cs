using Microsoft.Data.Sqlite;

namespace Portal.Data.Storage;

/// <summary>Completes a SQLite connection string with what the portal relies on.</summary>
public static class SqliteConnectionText
{
    /// <summary>How long a transaction waits for the write lock that another program holds.</summary>
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Foreign keys on and a busy time-out of 5 s, whatever the given text says.</summary>
    public static string Complete(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = (int)BusyTimeout.TotalSeconds, Pooling = true }
            .ToString();

    /// <summary>The file that is named, or null when the database lies in memory.</summary>
    public static string? FileOf(string connectionString)
    {
        var parsed = new SqliteConnectionStringBuilder(connectionString);
        return parsed.Mode is SqliteOpenMode.Memory || parsed.DataSource is "" or [':', ..] ? null : parsed.DataSource;
    }

    /// <summary>The connection string of a database file.</summary>
    public static string ForFile(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ToString();
}
