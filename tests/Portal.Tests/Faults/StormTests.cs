using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>All phones are woken at once, list, and fetch a pass each, while staff save.</summary>
[Trait("Fault", "F36")]
[Trait("Length", "Long")]
public abstract class StormTests(DatabaseProvider provider)
{
    [Fact]
    public async Task Phones_woken_all_at_once_are_served_without_an_error()
    {
        Needs.PostgresFor(provider);
        var phones = Repeats.Of(usually: 100, inFull: 10_000);
        var database = await TestDatabase.CreateAsync(provider, TestContext.Current.CancellationToken);
        await using var world = await BusyWorld.CreateAsync(database, phones);
        world.Node.Settings["Push:BulkPerSecond"] = "0";
        await world.Node.StartAsync();
        using var stopping = new CancellationTokenSource();
        var work = world.WorkAsync(savesPerSecond: 5, stopping.Token);

        await world.PublishAsync("Storm");

        await stopping.CancelAsync();
        await work;
        Assert.Equal(0, world.Refused);
        (await world.ReportAsync() with { Detail = $"{phones:N0} phones, {world.Saves} saves meanwhile" }).Hold();
    }
}

public sealed class StormOnSqliteTests() : StormTests(DatabaseProvider.Sqlite);

public sealed class StormOnPostgresTests() : StormTests(DatabaseProvider.PostgreSql);
