using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passbook.Generator;
using Portal.Certificates;
using Portal.Data;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Postgres;

namespace Portal.Tests.Hosting;

public sealed class DatabaseStartTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_portal_on_the_same_folder_is_refused()
    {
        using var trial = new StartTrial();
        await using var first = await trial.StartAsync();
        Assert.Contains("is in use by another Passbook Portal", await trial.RefusalAsync(), StringComparison.Ordinal);
        await first.StopAsync(Cancelled);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_not_called_in_use()
    {
        using var trial = new StartTrial();
        // An error like those of a read-only or full disk, but without a disk: a name that leads to itself.
        File.CreateSymbolicLink(trial.File("portal.lock"), trial.File("portal.lock"));
        var refusal = await trial.RefusalAsync();
        Assert.Contains("(Data:Folder) cannot be used: ", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("in use by", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_not_made_anew_while_the_mark_knows_it()
    {
        using var trial = new StartTrial();
        await trial.RunAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(trial.DatabaseFile) ?? "", "portal.db*"))
            File.Delete(file);
        var refusal = await trial.RefusalAsync();
        Assert.Contains("is gone", refusal, StringComparison.Ordinal);
        Assert.Contains("clock.mark", refusal, StringComparison.Ordinal);
        File.Delete(trial.File("clock.mark"));
        await trial.RunAsync();
    }

    [Theory]
    [InlineData("no/such/x.db")]
    [InlineData("portal.lock/x.db")]
    public async Task A_folder_that_only_the_connection_string_names_is_not_made(string path)
    {
        using var trial = new StartTrial();
        trial.Settings["ConnectionStrings:Portal"] = "Data Source=" + trial.File(path);
        var folder = Path.GetDirectoryName(trial.File(path)) ?? "";
        Assert.Equal(
            $"ConnectionStrings:Portal names the database '{trial.File(path)}', but there is no folder '{folder}': make it, or correct the path.",
            await trial.RefusalAsync());
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_data_folder_is_made_and_a_database_beside_it_too()
    {
        using var trial = new StartTrial();
        trial.Settings["Data:Folder"] = trial.File("made/here");
        trial.Settings["ConnectionStrings:Portal"] = "Data Source=" + trial.File("beside.db");
        await trial.RunAsync();
        Assert.True(File.Exists(trial.File("beside.db")) && File.Exists(trial.File("made/here/clock.mark")));
    }

    [Fact]
    public async Task A_locked_file_is_said_in_one_sentence()
    {
        using var trial = new StartTrial();
        await trial.RunAsync();
        await using var other = new SqliteConnection(trial.Database);
        await other.OpenAsync(Cancelled);
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");
        Assert.Contains("is locked by another program", await trial.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        using var trial = new StartTrial();
        await File.WriteAllTextAsync(trial.DatabaseFile, new string('x', 4096), Cancelled);
        Assert.Contains("is damaged or no SQLite database", await trial.RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(4096, new FileInfo(trial.DatabaseFile).Length);
    }

    [Fact]
    [Trait("Fault", "F41")]
    public async Task A_schema_of_a_newer_version_is_refused()
    {
        using var trial = new StartTrial();
        await trial.RunAsync();
        await ExecuteAsync(trial, """INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_FromTheFuture', '99.0.0')""");
        Assert.Contains("20990101000000_FromTheFuture", await trial.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_only_refuses_a_database_that_lacks_migrations()
    {
        using var trial = new StartTrial();
        trial.Settings["Database:MigrateAtStart"] = "false";
        Assert.Matches("^The database lacks (1 migration|[0-9]+ migrations), up to .*Database:MigrateAtStart=true", await trial.RefusalAsync());
        trial.Settings["Database:MigrateAtStart"] = "true";
        await trial.RunAsync();
        trial.Settings["Database:MigrateAtStart"] = "false";
        await trial.RunAsync();
    }

    [Fact]
    [Trait("Fault", "F41")]
    public async Task A_lock_left_by_a_killed_migration_does_not_hold_the_start_up()
    {
        using var trial = new StartTrial();
        await trial.RunAsync();
        await ExecuteAsync(trial, """INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-24')""");
        await trial.RunAsync();
    }

    [Fact]
    public async Task An_older_backup_begins_a_new_epoch()
    {
        using var trial = new StartTrial();
        string epoch;
        await using (var app = await trial.StartAsync())
        {
            var contexts = app.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
            await using var db = await contexts.CreateDbContextAsync(Cancelled);
            await db.AddPassTypeAsync();
            await db.UpdateClocks.ExecuteUpdateAsync(set => set.SetProperty(clock => clock.Number, 41), Cancelled);
            epoch = (await db.UpdateClocks.AsNoTracking().SingleAsync(Cancelled)).Epoch;
            await app.StopAsync(Cancelled);
        }

        await trial.RunAsync();
        Assert.Equal(epoch, await EpochAsync(trial));
        await ExecuteAsync(trial, """UPDATE "UpdateClocks" SET "Number" = 40""");
        await trial.RunAsync();
        var restored = await EpochAsync(trial);
        Assert.NotEqual(epoch, restored, StringComparer.Ordinal);
        await trial.RunAsync();
        Assert.Equal(restored, await EpochAsync(trial));
    }

    [Fact]
    [Trait("Fault", "F42")]
    public async Task A_lost_master_key_is_not_replaced_in_silence()
    {
        using var trial = new StartTrial();
        await using (var app = await trial.StartAsync())
        {
            using var authority = DevelopmentAuthority.Create(TimeProvider.System);
            await app.Services.GetRequiredService<CertificateStore>().UploadAsync(
                new CertificateUpload(authority.IssuePassCertificate("pass.test.key", "TEAM123456", "secret"), "secret", By: null), Cancelled);
            await app.StopAsync(Cancelled);
        }

        File.Move(trial.File("master.key"), trial.File("lost.key"));
        Assert.Contains("put its backup there or set Data:MasterKey", await trial.RefusalAsync(), StringComparison.Ordinal);
        Assert.False(File.Exists(trial.File("master.key")));

        trial.Settings["Data:NewMasterKey"] = "true";
        await trial.RunAsync();
        Assert.True(File.Exists(trial.File("master.key")));
    }

    [Fact]
    public async Task Another_master_key_than_that_of_the_database_is_refused()
    {
        using var trial = new StartTrial();
        await trial.RunAsync();
        trial.Settings["Data:MasterKey"] = Convert.ToBase64String(new byte[32]);

        Assert.Contains("give every node the same Data:MasterKey", await trial.RefusalAsync(), StringComparison.Ordinal);

        trial.Settings["Data:NewMasterKey"] = "true";
        await trial.RunAsync();
        trial.Settings.Remove("Data:NewMasterKey");
        await trial.RunAsync();
    }

    [Fact]
    public async Task The_database_file_is_made_for_its_owner_only()
    {
        using var trial = new StartTrial();
        await trial.RunAsync();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(trial.DatabaseFile));
    }

    [Fact]
    public async Task A_PostgreSQL_database_that_is_missing_is_not_made()
    {
        Needs.NothingMissing(PostgresCluster.WhyMissing);
        var cluster = await PostgresCluster.SharedAsync();
        using var trial = new StartTrial();
        trial.Settings["Database:Provider"] = "PostgreSql";
        trial.Settings["ConnectionStrings:Portal"] = cluster.For("nobody_made_this");
        Assert.Contains("'nobody_made_this' does not exist", await trial.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PostgreSQL_server_that_is_down_is_said_in_one_sentence()
    {
        using var trial = new StartTrial();
        trial.Settings["Database:Provider"] = "PostgreSql";
        trial.Settings["ConnectionStrings:Portal"] = "Host=127.0.0.1;Port=1;Database=portal;Username=portal";
        Assert.Equal("PostgreSQL on 127.0.0.1:1 cannot be reached: is it running?", await trial.RefusalAsync());
    }

    private static async Task<string> EpochAsync(StartTrial trial)
    {
        await using var connection = new SqliteConnection(trial.Database);
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Epoch" FROM "UpdateClocks" """;
        return (string?)await command.ExecuteScalarAsync(Cancelled) ?? "";
    }

    private static async Task ExecuteAsync(StartTrial trial, string statement)
    {
        await using var connection = new SqliteConnection(trial.Database);
        await connection.OpenAsync(Cancelled);
        await ExecuteAsync(connection, statement);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
