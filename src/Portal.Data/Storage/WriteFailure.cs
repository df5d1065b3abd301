using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Portal.Data.Storage;

/// <summary>What a write that failed says about itself.</summary>
public static class WriteFailure
{
    // Extended result codes of SQLite: a UNIQUE and a PRIMARY KEY constraint.
    private const int Unique = 2067;
    private const int PrimaryKey = 1555;

    /// <summary>Whether it was refused because there is such a row already.</summary>
    public static bool IsTaken(DbUpdateException error) => error.InnerException
        is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
        or SqliteException { SqliteExtendedErrorCode: Unique or PrimaryKey };
}
