using Microsoft.Data.Sqlite;
using Portal.Data.Storage;

namespace Portal.Testing.Databases;

/// <summary>A file in a temporary folder, copied from one that was migrated once in this process.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);

    private readonly TemporaryFolder _folder;

    private SqliteTestDatabase(TemporaryFolder folder, string connectionString)
        : base(DatabaseProvider.Sqlite, connectionString) => _folder = folder;

    public static async Task<SqliteTestDatabase> CreateAsync(CancellationToken cancellationToken)
    {
        var template = await Template.Value;
        var folder = TemporaryFolder.Create();
        var file = folder.File("portal.db");
        await File.WriteAllBytesAsync(file, template, cancellationToken);
        return new SqliteTestDatabase(folder, SqliteConnectionText.ForFile(file));
    }

    private protected override Task RemoveAsync()
    {
        ForgetConnections(ConnectionString);
        _folder.Dispose();
        return Task.CompletedTask;
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
