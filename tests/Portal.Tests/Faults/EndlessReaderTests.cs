using Microsoft.Data.Sqlite;
using Portal.Data.Storage;
using Portal.Hosting.Health;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>Another program reads the SQLite file and does not end: the write-ahead log grows meanwhile, and is cut afterwards.</summary>
[Trait("Fault", "F15")]
[Trait("Length", "Long")]
public sealed class EndlessReaderTests
{
    private const long MostAfterwards = 64L * 1024 * 1024;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saves_go_on_and_the_log_is_cut_when_the_reader_ends()
    {
        var large = Repeats.Of(usually: 70, inFull: 300) * 1024L * 1024;
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, Cancelled);
        await using var world = await BusyWorld.CreateAsync(database, phones: 2);
        await world.Node.StartAsync();
        var log = new FileInfo(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource + "-wal");

        await using (var reader = new SqliteConnection(database.ConnectionString + ";Pooling=False"))
        {
            await reader.OpenAsync(Cancelled);
            await using var reading = reader.BeginTransaction(deferred: true);
            await using var command = reader.CreateCommand();
            command.CommandText = """SELECT COUNT(*) FROM "Passes" """;
            await command.ExecuteScalarAsync(Cancelled);
            await GrowAsync(database, log, large);
            await world.SaveAsync(pass: 0, points: 1);
            if (large >= StorageHealth.LargeLog)
                Assert.StartsWith("degraded: The write-ahead log", await world.ReadyAsync(), StringComparison.Ordinal);
        }

        var points = 2;
        await Until.TrueAsync("the log is cut", async () =>
        {
            await world.SaveAsync(pass: 0, points++);
            log.Refresh();
            return log.Length <= MostAfterwards;
        });
        (await world.ReportAsync() with { Detail = $"log of {large / 1024 / 1024} MB" }).Hold();
    }

    // What months of saves would write, in a table of no use.
    private static async Task GrowAsync(TestDatabase database, FileInfo log, long length)
    {
        await using var writer = new SqliteConnection(database.ConnectionString + ";Pooling=False");
        await writer.OpenAsync(Cancelled);
        await using var command = writer.CreateCommand();
        command.CommandText = "CREATE TABLE \"Ballast\" (\"Bytes\" BLOB)";
        await command.ExecuteNonQueryAsync(Cancelled);
        command.CommandText = "INSERT INTO \"Ballast\" VALUES (zeroblob(8388608))";
        for (log.Refresh(); !log.Exists || log.Length < length; log.Refresh())
            await command.ExecuteNonQueryAsync(Cancelled);
    }
}
