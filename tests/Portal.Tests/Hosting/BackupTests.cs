using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Hosting;
using Portal.Hosting.Backups;
using Portal.Testing;
using Portal.Testing.Builders;

namespace Portal.Tests.Hosting;

public sealed class BackupTests : IDisposable
{
    private readonly StartTrial _trial = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Backup => _trial.File("portal.backup");

    [Fact]
    [Trait("Fault", "F17")]
    public async Task A_backup_of_a_running_portal_is_whole_and_readable_by_its_owner_only()
    {
        await using var app = await FilledAsync();

        Assert.Contains("is backed up", await RunAsync("backup", Backup), StringComparison.Ordinal);

        await SqliteBackup.RequireWholeAsync(Backup);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        Assert.StartsWith("There is no folder '", await RefusalAsync("backup", _trial.File("nowhere/portal.backup")), StringComparison.Ordinal);
        Assert.Equal($"'{Backup}' exists already: name another file.", await RefusalAsync("backup", Backup));
        var folder = Path.GetDirectoryName(Backup)!;
        Assert.Equal($"'{folder}' is a folder: name a file in it.", await RefusalAsync("backup", folder));
        Assert.Equal("'second' is one file too many: backup FILE.", await RefusalAsync("backup", _trial.File("other"), "second"));
        Assert.Equal($"'{_trial.DatabaseFile}' is the database itself: name a backup.", await RefusalAsync("restore", _trial.DatabaseFile));
        Assert.Contains("in use by another Passbook Portal", await RefusalAsync("restore", Backup), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task A_restore_brings_the_backup_back_beside_a_stale_log_and_begins_a_new_epoch()
    {
        ClockRow before;
        await using (var app = await FilledAsync())
        {
            before = await ClockAsync(app.Services);
            await RunAsync("backup", Backup);
            await app.StopAsync(Cancelled);
        }

        await File.WriteAllBytesAsync(_trial.DatabaseFile + "-wal", new byte[4096], Cancelled);
        Assert.Contains("is restored", await RunAsync("restore", Backup), StringComparison.Ordinal);

        await SqliteBackup.RequireWholeAsync(_trial.DatabaseFile);
        await using var again = await _trial.StartAsync();
        var after = await ClockAsync(again.Services);
        Assert.Equal(before.Number, after.Number);
        Assert.NotEqual(before.Epoch, after.Epoch, StringComparer.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.GetDirectoryName(_trial.DatabaseFile)!, "portal.db.before-*"));
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task An_older_copy_beside_the_log_of_a_portal_that_was_killed_is_refused()
    {
        await using (var app = await FilledAsync())
        {
            await RunAsync("backup", Backup);
            await FillAsync(app.Services, from: 1);
            await using (var db = await ContextAsync(app.Services))
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancelled);
            await FillAsync(app.Services, from: 2_001);
            File.Copy(_trial.DatabaseFile + "-wal", _trial.File("log"));
            await app.StopAsync(Cancelled);
        }

        SqliteConnection.ClearAllPools();
        File.Copy(Backup, _trial.DatabaseFile, overwrite: true);
        File.Move(_trial.File("log"), _trial.DatabaseFile + "-wal", overwrite: true);

        Assert.Contains("restore a backup", await _trial.RefusalAsync(), StringComparison.Ordinal);
        await RunAsync("restore", Backup);
        await _trial.RunAsync();
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task What_a_restore_set_aside_comes_back_with_the_log_of_a_portal_that_was_killed()
    {
        await using (var app = await FilledAsync())
        {
            await RunAsync("backup", Backup);
            await using (var db = await ContextAsync(app.Services))
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancelled);
            await FillAsync(app.Services, from: 1);
            foreach (var part in new[] { "", "-wal" })
                File.Copy(_trial.DatabaseFile + part, _trial.File("killed" + part));
            await app.StopAsync(Cancelled);
        }

        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { "", "-wal" })
            File.Move(_trial.File("killed" + part), _trial.DatabaseFile + part, overwrite: true);
        await RunAsync("restore", Backup);
        var log = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_trial.DatabaseFile)!, "portal.db.before-*-wal"));
        await RunAsync("restore", log[..^"-wal".Length]);

        await using var again = await _trial.StartAsync();
        await using var restored = await ContextAsync(again.Services);
        Assert.Equal(2_001, await restored.Passes.CountAsync(Cancelled));
    }

    [Fact]
    public async Task A_restored_database_is_readable_by_its_owner_only_whatever_the_backup_is()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using (var app = await FilledAsync())
        {
            await RunAsync("backup", Backup);
            await app.StopAsync(Cancelled);
        }

        File.SetUnixFileMode(Backup, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await RunAsync("restore", Backup);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_trial.DatabaseFile));
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task After_a_restore_every_device_is_woken()
    {
        await using (var app = await FilledAsync())
        {
            await RunAsync("backup", Backup);
            await app.StopAsync(Cancelled);
        }

        await RunAsync("restore", Backup);

        await using var again = await _trial.StartAsync();
        await Until.TrueAsync("its push is queued", async () =>
        {
            await using var db = await again.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancelled);
            return await db.PendingPushes.CountAsync(Cancelled) == 1 && !await db.FanOuts.AnyAsync(Cancelled);
        });
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_the_database_left_alone()
    {
        await using (var app = await FilledAsync())
        {
            await RunAsync("backup", Backup);
            await app.StopAsync(Cancelled);
        }

        var whole = await File.ReadAllBytesAsync(Backup, Cancelled);
        File.Delete(Backup);
        // The last connection writes its log into the file.
        SqliteConnection.ClearAllPools();
        var database = await File.ReadAllBytesAsync(_trial.DatabaseFile, Cancelled);

        Assert.Equal($"There is no backup '{Backup}'.", await RefusalAsync("restore", Backup));
        await File.WriteAllTextAsync(Backup, "not a database at all, but long enough to look like one", Cancelled);
        Assert.Equal($"'{Backup}' is damaged or no SQLite database.", await RefusalAsync("restore", Backup));
        await File.WriteAllBytesAsync(Backup, [.. whole.AsSpan(0, whole.Length / 2)], Cancelled);
        Assert.StartsWith($"'{Backup}' is damaged", await RefusalAsync("restore", Backup), StringComparison.Ordinal);
        File.Delete(Backup);
        await SqliteOf(Backup);
        Assert.Equal("The backup is a database, but none of a Passbook Portal.", await RefusalAsync("restore", Backup));

        Assert.Equal(database, await File.ReadAllBytesAsync(_trial.DatabaseFile, Cancelled));
        Assert.False(File.Exists(_trial.DatabaseFile + ".restoring"));
    }

    [Fact]
    public async Task A_damaged_database_leaves_no_half_of_a_backup()
    {
        await File.WriteAllTextAsync(_trial.DatabaseFile, "not a database at all, but long enough to look like one", Cancelled);

        await RefusalAsync("backup", Backup);

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Backup)!, Path.GetFileName(Backup) + "*"));
    }

    [Fact]
    public async Task On_PostgreSQL_the_command_to_use_is_named()
    {
        string[] database = ["--Database:Provider=PostgreSql", "--ConnectionStrings:Portal=Host=db;Database=portal;Username=me;Password=secret"];
        var backup = await RefusalAsync(["backup", Backup, .. database]);
        Assert.Contains($"pg_dump --format=custom --file='{Backup}' --host=db --port=5432 --username=me portal", backup, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", backup, StringComparison.Ordinal);
        var restore = await RefusalAsync(["restore", Backup, .. database]);
        Assert.Contains("pg_restore", restore, StringComparison.Ordinal);
        Assert.Contains("Then run the command new-epoch", restore, StringComparison.Ordinal);
        Assert.Equal("Name the file: backup FILE.", await RefusalAsync("backup"));
        Assert.StartsWith("There is no command 'Backup'", await RefusalAsync("Backup", Backup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_after_a_setting_starts_no_portal_and_is_told_where_it_belongs()
    {
        string[] misplaced = ["--Data:Folder=elsewhere", "backup", Backup];
        Assert.True(BackupCommand.IsMeantBy(misplaced));
        await using var output = new StringWriter();
        var refusal = await Assert.ThrowsAsync<StartFailedException>(() => BackupCommand.RunAsync(misplaced, output));
        Assert.Equal("The command 'backup' has to come first, and the settings after it.", refusal.Message);
        Assert.False(File.Exists(Backup));

        Assert.True(BackupCommand.IsMeantBy(["Backup", Backup]));
        Assert.False(BackupCommand.IsMeantBy(["--urls", "http://localhost:5081"]));
        Assert.False(BackupCommand.IsMeantBy(["--Data:Folder", "backup"]));
        Assert.False(BackupCommand.IsMeantBy(["Demo:Enabled=false"]));
    }

    public void Dispose() => _trial.Dispose();

    private static Task<PortalDbContext> ContextAsync(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancelled);

    private static async Task FillAsync(IServiceProvider services, int from)
    {
        await using var db = await ContextAsync(services);
        await db.AddInstalledPassesAsync(await db.Designs.SingleAsync(Cancelled), from, 2_000);
    }

    private static async Task<ClockRow> ClockAsync(IServiceProvider services)
    {
        await using var db = await ContextAsync(services);
        return await db.UpdateClocks.AsNoTracking().SingleAsync(Cancelled);
    }

    private static async Task SqliteOf(string file)
    {
        await using var connection = SqliteBackup.Open(file, SqliteOpenMode.ReadWriteCreate);
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE other (id INTEGER)";
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    /// <summary>A running portal with one pass on one device.</summary>
    private async Task<Microsoft.AspNetCore.Builder.WebApplication> FilledAsync()
    {
        var app = await _trial.StartAsync();
        await using var db = await ContextAsync(app.Services);
        var pass = await db.AddPassAsync(await db.AddDesignAsync(await db.AddPassTypeAsync()), "0001");
        await db.AddRegistrationAsync(pass, "phone");
        return app;
    }

    private Task<string> RunAsync(params string[] args) => _trial.CommandAsync(args);

    private Task<string> RefusalAsync(params string[] args) => _trial.CommandRefusalAsync(args);
}
