using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>Another program holds the write lock of the SQLite file for longer than anybody waits.</summary>
[Trait("Fault", "F12")]
public sealed class LockedDatabaseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_go_on_writes_are_refused_for_a_while_and_nothing_is_lost()
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, Cancelled);
        await using var world = await BusyWorld.CreateAsync(database, phones: 2);
        await world.Node.StartAsync();
        await world.SaveAsync(pass: 0, points: 1);

        await using (var other = new SqliteConnection(database.ConnectionString + ";Pooling=False"))
        {
            await other.OpenAsync(Cancelled);
            await ExecuteAsync(other, "BEGIN IMMEDIATE");
            for (var time = 0; time < Repeats.Of(usually: 1, inFull: 5); time++)
            {
                var save = world.TrySaveAsync(pass: 1, points: 2, Guid.CreateVersion7());
                await world.ReadAsync();
                Assert.Equal(HttpStatusCode.ServiceUnavailable, await save);
                using var registration = await world.RegisterAsync();
                Assert.Equal(HttpStatusCode.ServiceUnavailable, registration.StatusCode);
                Assert.NotNull(registration.Headers.RetryAfter);
            }

            await ExecuteAsync(other, "ROLLBACK");
        }

        await world.SaveAsync(pass: 1, points: 3);
        (await world.ReportAsync()).Hold();
    }

    [Fact]
    public async Task Many_at_once_are_refused_together_and_not_one_after_the_other()
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, Cancelled);
        await using var world = await BusyWorld.CreateAsync(database, phones: 5);
        await world.Node.StartAsync();
        await world.SaveAsync(pass: 0, points: 1);

        await using var other = new SqliteConnection(database.ConnectionString + ";Pooling=False");
        await other.OpenAsync(Cancelled);
        await ExecuteAsync(other, "BEGIN IMMEDIATE");
        var began = Stopwatch.GetTimestamp();
        var registrations = Enumerable.Range(0, 30).Select(_ => world.RegisterAsync()).ToList();
        var saves = Enumerable.Range(0, 5).Select(pass => world.TrySaveAsync(pass, points: 2, Guid.CreateVersion7())).ToList();
        foreach (var registration in registrations)
        {
            using var answer = await registration;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }

        Assert.All(await Task.WhenAll(saves), answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer));
        // One after the other they would take five seconds each.
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        await ExecuteAsync(other, "ROLLBACK");

        for (var pass = 0; pass < 5; pass++)
            await world.SaveAsync(pass, points: 3);
        (await world.ReportAsync()).Hold();
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
