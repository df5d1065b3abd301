using Portal.Data.Pushes;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Push.Faults;

public abstract class CertificateRenewalTests(DatabaseFixture fixture)
{
    [Fact]
    [Trait("Fault", "F30")]
    public async Task A_certificate_replaced_in_mid_run_drains_the_old_connections_and_fails_nothing()
    {
        await using var world = await PushWorld.CreateAsync(fixture.Database, new PushWorldOptions { Devices = 1500, Connections = 2 });
        world.Apns.Script.ThinkTime = TimeSpan.FromMilliseconds(50);
        world.Start();
        var tag = await world.ChangeAsync();
        await Until.TrueAsync("it is going", () => world.Apns.Journal.Accepted >= 200);
        var underWay = world.Apns.Journal.InFlight;
        world.Certificates.Put(world.Queue.Type.Id, world.Queue.Type.Identifier);
        world.Wake();

        await world.AllAcceptedAsync(tag);
        await Until.TrueAsync("the old connections are closed", () => world.Apns.Journal.OpenConnections <= 2);
        Assert.InRange(world.Apns.Journal.Connections, 3, 4);
        var attempts = await world.Queue.AttemptsAsync();
        Assert.All(attempts, attempt => Assert.Equal(PushOutcome.Accepted, attempt.Outcome));
        (await world.Ledger.ReportAsync(world.Queue, tag, detail: $"{underWay} were under way, {world.Apns.Journal.Connections} connections in all")).Hold();
    }
}

public sealed class CertificateRenewalOnSqliteTests(SqliteFixture fixture) : CertificateRenewalTests(fixture), IClassFixture<SqliteFixture>;

public sealed class CertificateRenewalOnPostgresTests(PostgresFixture fixture) : CertificateRenewalTests(fixture), IClassFixture<PostgresFixture>;
