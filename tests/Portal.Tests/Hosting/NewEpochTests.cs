using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Hosting;
using Portal.Hosting.Backups;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Tests.Hosting;

/// <summary>The command for a database that was restored where no clock mark is left to tell.</summary>
[Trait("Fault", "F16")]
public abstract class NewEpochTests(DatabaseFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DataFolder Folder => new(Options.Create(new DataOptions { Folder = _folder.Path }));

    [Fact]
    public async Task Every_phone_is_woken_once_and_every_tag_from_before_is_foreign()
    {
        await using var db = await fixture.Database.Contexts.CreateDbContextAsync(Cancelled);
        var design = await db.AddDesignAsync(await db.AddPassTypeAsync("pass.epoch." + Guid.NewGuid().ToString("N")));
        await db.AddRegistrationAsync(await db.AddPassAsync(design, "0001"), "phone-" + Guid.NewGuid().ToString("N"));
        var before = await ClocksAsync(db);
        var phones = await db.Devices.CountAsync(Cancelled);

        var said = await RunAsync();

        Assert.Contains($"{Counted.Of(phones, "phone")} will be woken", said, StringComparison.Ordinal);
        Assert.True(await db.FanOuts.AnyAsync(fanOut => fanOut.DesignId == design.Id, Cancelled));
        var after = await ClocksAsync(db);
        Assert.Equal(before.Select(clock => clock.Number), after.Select(clock => clock.Number));
        Assert.All(before.Zip(after), pair => Assert.NotEqual(pair.First.Epoch, pair.Second.Epoch, StringComparer.Ordinal));
        // A mark that did survive tells the next start nothing new: nobody is woken twice.
        var mark = before.Select(clock => new ClockMark.Mark(clock.PassTypeId, clock.Epoch, DateTimeOffset.UtcNow.AddDays(-1), clock.Number + 100));
        Assert.False(new ClockMark.Marks(fixture.Provider, [.. mark]).AreAheadOf(ClockMark.Marks.Of(fixture.Provider, after)));
    }

    [Fact]
    public async Task While_a_portal_runs_it_is_begun_on_PostgreSQL_only()
    {
        _ = fixture.Database;
        using var running = Folder;
        running.Lock();

        if (fixture.Provider is DatabaseProvider.PostgreSql)
            Assert.Contains("A new epoch has begun", await RunAsync(), StringComparison.Ordinal);
        else
            Assert.Contains("in use by another Passbook Portal", (await Assert.ThrowsAsync<StartFailedException>(() => RunAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_no_file()
    {
        Assert.Equal("'FILE' is too much: new-epoch takes no file.", (await Assert.ThrowsAsync<StartFailedException>(() => RunAsync("FILE"))).Message);
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Task<List<ClockRow>> ClocksAsync(PortalDbContext db) =>
        db.UpdateClocks.AsNoTracking().OrderBy(clock => clock.PassTypeId).ToListAsync(Cancelled);

    private async Task<string> RunAsync(params string[] more)
    {
        await using var output = new StringWriter();
        await BackupCommand.RunAsync(
            [
                "new-epoch", .. more, "--environment=Development", $"--contentRoot={Repository.Root}", $"--Data:Folder={_folder.Path}",
                $"--Database:Provider={fixture.Provider}", $"--ConnectionStrings:Portal={fixture.Database.ConnectionString}",
            ],
            output);
        return output.ToString();
    }
}

public sealed class NewEpochOnSqliteTests(SqliteFixture fixture) : NewEpochTests(fixture), IClassFixture<SqliteFixture>;

public sealed class NewEpochOnPostgresTests(PostgresFixture fixture) : NewEpochTests(fixture), IClassFixture<PostgresFixture>;
