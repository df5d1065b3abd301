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

    /// <summary>Whether a commit that ended like this may have happened all the same: its answer was lost, or the disk failed in its midst.</summary>
    /// <remarks>Every other error of SQLite is its answer that it did not happen.</remarks>
    public static bool MayHaveCommitted(Exception error) => error is not SqliteException { SqliteErrorCode: not SqliteTrouble.InputOutput };
}
