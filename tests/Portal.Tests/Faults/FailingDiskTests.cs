using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Tests.Faults;

/// <summary>The disk under SQLite is full, or reports errors: nothing is called saved that is not, what can be read is served, and all goes on afterwards.</summary>
public sealed class FailingDiskTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "F13")]
    public async Task A_full_disk_refuses_saves_serves_reads_and_recovers_without_a_restart()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 16, Cancelled);
        var database = await TestDatabase.CreateSqliteInAsync(disk.Path, Cancelled);
        await using var world = await BusyWorld.CreateAsync(database, phones: 5);
        world.Node.Settings["Data:MasterKey"] = (await File.ReadAllTextAsync(Path.Combine(world.Ground.DataFolder, "master.key"), Cancelled)).Trim();
        world.Node.Settings["Data:Folder"] = Path.Combine(disk.Path, "data");
        await world.Node.StartAsync();
        await world.SaveAsync(pass: 0, points: 1);

        disk.Fill();
        var refused = await SavesUntilRefusedAsync(world);
        await world.ReadAsync();
        Assert.Equal("unavailable", await world.ReadyAsync());
        disk.Empty();

        await Until.TrueAsync("the portal is well again", async () => await world.ReadyAsync() == "ok");
        await world.SaveAsync(pass: 1, points: refused + 1);
        var report = await world.ReportAsync();
        Assert.Equal("ok", await IntegrityAsync(database));
        (report with { Detail = $"{refused} saves fitted into the log" }).Hold();
    }

    [Fact]
    [Trait("Fault", "F14")]
    public async Task A_disk_that_reports_errors_refuses_saves_and_makes_the_portal_unready()
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, Cancelled);
        await using var world = await BusyWorld.CreateAsync(database, phones: 5);
        await world.Node.StartAsync();
        await world.SaveAsync(pass: 0, points: 1);

        int refused;
        using (var errors = await DiskErrors.InjectAsync(world.Node.Process.Id))
        {
            refused = await SavesUntilRefusedAsync(world);
            await world.ReadAsync();
            Assert.Equal("unavailable", await world.ReadyAsync());
        }

        await Until.TrueAsync("the portal is well again", async () => await world.ReadyAsync() == "ok");
        await world.SaveAsync(pass: 1, points: refused + 1);
        var report = await world.ReportAsync();
        Assert.Equal("ok", await IntegrityAsync(database));
        report.Hold();
    }

    // Of the pass that is changed again at the end: whether a refused commit is there after all is not known until then.
    private static async Task<int> SavesUntilRefusedAsync(BusyWorld world)
    {
        for (var points = 2; points < 2_000; points++)
        {
            if (await world.TrySaveAsync(pass: 1, points, Guid.CreateVersion7()) is HttpStatusCode.ServiceUnavailable)
                return points;
        }

        throw new InvalidOperationException("No save was refused.");
    }

    private static async Task<string> IntegrityAsync(TestDatabase database)
    {
        await using var db = await database.Contexts.CreateDbContextAsync(Cancelled);
        return await db.Database.SqlQuery<string>($"SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").FirstAsync(Cancelled);
    }
}
