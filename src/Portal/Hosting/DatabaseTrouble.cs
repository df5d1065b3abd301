using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Portal.Hosting;

/// <summary>What is wrong with a database, in one sentence with what to do about it.</summary>
public static class DatabaseTrouble
{
    private const string PostgresDriver = "Npgsql";
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The sentence, or null when the exception is no trouble of a database.</summary>
    public static string? Sentence(Exception error, DatabaseOptions options) => error switch
    {
        SqliteException sqlite => Sqlite(sqlite, new SqliteConnectionStringBuilder(options.ConnectionString).DataSource),
        NpgsqlException postgres => Postgres(postgres, new NpgsqlConnectionStringBuilder(options.ConnectionString)),
        { InnerException: { } inner } => Sentence(inner, options),
        _ => null,
    };

    /// <summary>Whether a database is what is wrong.</summary>
    /// <remarks>
    /// A connection that is cut between two statements makes the driver of PostgreSQL say so in other ways too: that the transaction
    /// is completed already, or by a null reference of its own.
    /// </remarks>
    public static bool Is(Exception? error) =>
        error is SqliteException or NpgsqlException || error?.Source is PostgresDriver || (error?.InnerException is { } inner && Is(inner));

    private static string Sqlite(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        Busy or Locked => $"The database '{file}' is locked by another program: close that one and start again.",
        ReadOnly => $"The database '{file}' cannot be written: check its permissions.",
        CannotOpen => $"The database '{file}' cannot be opened: check the path and the permissions.",
        Full => $"The disk of the database '{file}' is full.",
        InputOutput => $"The disk of the database '{file}' reports an error.",
        Corrupt or NotADatabase => $"'{file}' is damaged or no SQLite database: restore a backup.",
        _ => $"The database '{file}' answers: {FirstLine(error.Message)}",
    };

    private static string Postgres(NpgsqlException error, NpgsqlConnectionStringBuilder target) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"The PostgreSQL database '{target.Database}' does not exist on {target.Host}: make it first (createdb {target.Database}).",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"PostgreSQL on {target.Host} refuses the user '{target.Username}': check ConnectionStrings:Portal.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            $"The user '{target.Username}' may not change the PostgreSQL database '{target.Database}': grant it CREATE on the schema.",
        PostgresException postgres => $"The PostgreSQL database '{target.Database}' answers: {FirstLine(postgres.MessageText)}",
        { InnerException: SocketException or TimeoutException } =>
            $"PostgreSQL on {target.Host}:{target.Port} cannot be reached: is it running?",
        _ => $"PostgreSQL on {target.Host}:{target.Port} cannot be used: {FirstLine(error.Message)}",
    };

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
