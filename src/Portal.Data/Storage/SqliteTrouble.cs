using Microsoft.Data.Sqlite;

namespace Portal.Data.Storage;

/// <summary>What kept SQLite from writing.</summary>
internal static class SqliteTrouble
{
    public const int Busy = 5;
    public const int Locked = 6;
    public const int InputOutput = 10;
    public const int Full = 13;

    /// <summary>SQLite's code for what went wrong; 0 when it was something else.</summary>
    public static int CodeOf(Exception? error) => error switch
    {
        null => 0,
        SqliteException sqlite => sqlite.SqliteErrorCode,
        _ => CodeOf(error.InnerException),
    };

    /// <summary>Whether somebody else holds the write lock.</summary>
    public static bool IsLock(Exception? error) => CodeOf(error) is Busy or Locked;

    /// <summary>Whether it lies in the file or its disk and not in what was written: whoever writes next meets it too.</summary>
    public static bool MeetsEverybody(Exception? error) => CodeOf(error) is Busy or Locked or InputOutput or Full;
}
