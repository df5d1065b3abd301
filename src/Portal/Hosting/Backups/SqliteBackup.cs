using Microsoft.Data.Sqlite;

namespace Portal.Hosting.Backups;

/// <summary>Copies the database of a portal that may be running.</summary>
public static class SqliteBackup
{
    /// <summary>Writes a copy as of one moment, and opens it to see that it is whole.</summary>
    /// <returns>What was done, in a sentence.</returns>
    /// <exception cref="StartFailedException">There is no database, the file exists already or its folder does not, or the copy is damaged.</exception>
    public static async Task<string> WriteAsync(string file, StartOptions options)
    {
        var source = new SqliteConnectionStringBuilder(options.Database.ConnectionString).DataSource;
        if (!File.Exists(source))
            throw new StartFailedException($"There is no database '{source}' to back up.");
        if (Directory.Exists(file))
            throw new StartFailedException($"'{file}' is a folder: name a file in it.");
        if (File.Exists(file))
            throw new StartFailedException($"'{file}' exists already: name another file.");
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new StartFailedException($"There is no folder '{Path.GetDirectoryName(file)}'.");

        var draft = file + ".new";
        try
        {
            await CopyAsync(source, draft);
            await RequireWholeAsync(draft);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }

        File.Move(draft, file);
        return $"'{source}' is backed up as '{file}' ({new FileInfo(file).Length / 1024.0 / 1024.0:0.0} MB). "
            + "Tokens stand in it in clear, and its private keys need the master key: keep both safe, and apart.";
    }

    /// <summary>Looks at every page of a database.</summary>
    /// <param name="file">The database.</param>
    /// <param name="mode">With <see cref="SqliteOpenMode.ReadWrite"/> the log of a process that was killed is taken in.</param>
    /// <exception cref="StartFailedException">It is damaged, or no database at all.</exception>
    public static async Task RequireWholeAsync(string file, SqliteOpenMode mode = SqliteOpenMode.ReadOnly)
    {
        string? found;
        try
        {
            await using var connection = Open(file, mode);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            found = await command.ExecuteScalarAsync() as string;
        }
        catch (SqliteException error)
        {
            throw new StartFailedException($"'{file}' is damaged or no SQLite database.", error);
        }

        if (found is not "ok")
            throw new StartFailedException($"'{file}' is damaged: {found}.");
    }

    /// <summary>A connection of its own, that leaves no handle behind.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());

    private static async Task CopyAsync(string source, string draft)
    {
        OwnerOnlyFile.MakeEmpty(draft);
        await using var connection = Open(source, SqliteOpenMode.ReadWrite);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", draft);
        await command.ExecuteNonQueryAsync();
    }
}
