using Microsoft.Data.Sqlite;
using Portal.Data.Storage;

namespace Portal.Testing.Databases;

/// <summary>A file in a temporary folder, copied from one that was migrated once in this process.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);

    private readonly TemporaryFolder? _folder;

    private SqliteTestDatabase(string file, TemporaryFolder? folder)
        : base(DatabaseProvider.Sqlite, SqliteConnectionText.ForFile(file)) => _folder = folder;

    public static async Task<SqliteTestDatabase> CreateAsync(CancellationToken cancellationToken)
    {
        var folder = TemporaryFolder.Create();
        return await CreateAsync(folder.Path, folder, cancellationToken);
    }

    /// <summary>One in a folder that is the caller's.</summary>
    public static Task<SqliteTestDatabase> CreateInAsync(string folder, CancellationToken cancellationToken) =>
        CreateAsync(folder, null, cancellationToken);

    private protected override Task RemoveAsync()
    {
        ForgetConnections(ConnectionString);
        _folder?.Dispose();
        return Task.CompletedTask;
    }

    private static async Task<SqliteTestDatabase> CreateAsync(string folder, TemporaryFolder? own, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "portal.db");
        await File.WriteAllBytesAsync(file, await Template.Value, cancellationToken);
        return new SqliteTestDatabase(file, own);
    }

    private static async Task<byte[]> MakeTemplateAsync()
    {
        using var folder = TemporaryFolder.Create();
        var file = folder.File("template.db");
        await MigrateAsync(DatabaseProvider.Sqlite, SqliteConnectionText.ForFile(file), CancellationToken.None);
        // The last connection that closes moves the write-ahead log into the file.
        ForgetConnections(SqliteConnectionText.ForFile(file));
        return await File.ReadAllBytesAsync(file);
    }

    private static void ForgetConnections(string connectionString)
    {
        using var connection = new SqliteConnection(SqliteConnectionText.Complete(connectionString));
        SqliteConnection.ClearPool(connection);
    }
}
