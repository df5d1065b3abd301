using Portal.Devices;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Devices;

public abstract class DeviceQueriesTests(DatabaseFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_device_is_found_by_the_shown_end_of_its_name_and_by_no_other_part()
    {
        await using (var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled))
        {
            var design = await db.AddDesignAsync(await db.AddPassTypeAsync());
            var pass = await db.AddPassAsync(design, "S1");
            foreach (var identifier in new[] { "00112233445566778899AABBCCDDA3F2", "00112233445566778899aabbccdda3f3", "ffffa3f2" })
                (await db.AddRegistrationAsync(pass, identifier)).Device!.UserAgent = "passd/1.0";
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Equal(["Phone …A3F2"], await NamesAsync("a3f2"));
        Assert.Equal(["Phone …a3f3"], await NamesAsync("Phone …a3f3"));
        Assert.Empty(await NamesAsync("ccdd"));
        Assert.Empty(await NamesAsync("dda3f2"));
        Assert.Equal(3, (await NamesAsync("passd")).Count);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string search)
    {
        var page = await new DeviceQueries(fixture.Database.Contexts, Counting.New()).ListAsync(search, page: 0, size: 50, Cancelled);
        return [.. page.Rows.Select(row => DeviceNames.Of(row.Device.LibraryIdentifier))];
    }
}

public sealed class DeviceQueriesOnSqliteTests(SqliteFixture fixture) : DeviceQueriesTests(fixture), IClassFixture<SqliteFixture>;

public sealed class DeviceQueriesOnPostgresTests(PostgresFixture fixture) : DeviceQueriesTests(fixture), IClassFixture<PostgresFixture>;
