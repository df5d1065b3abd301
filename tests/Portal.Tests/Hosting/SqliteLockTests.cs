using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Hosting;
using Portal.Testing.Builders;
using Portal.Testing.Hosting;

namespace Portal.Tests.Hosting;

/// <summary>Two data folders that name one SQLite file: only one of them has it at a time.</summary>
public sealed class SqliteLockTests : IDisposable
{
    private readonly StartTrial _trial = new();
    private readonly StartTrial _other = new();

    public SqliteLockTests()
    {
        // The folders have nothing in common but the file: not even the key that lies in each.
        _trial.Settings["Data:MasterKey"] = _other.Settings["Data:MasterKey"] = Convert.ToBase64String(new byte[32]);
        _other.Settings["ConnectionStrings:Portal"] = "Data Source=" + _trial.DatabaseFile;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string InUse => $"The database '{_trial.DatabaseFile}' is in use by another Passbook Portal: end that one first.";

    [Fact]
    public async Task A_portal_with_another_data_folder_is_refused_until_the_first_has_ended()
    {
        await using (var first = await _trial.StartAsync())
        {
            Assert.Equal(InUse, await _other.RefusalAsync());
            await SaveAsync(first);
            await first.StopAsync(Cancelled);
        }

        // Whoever comes next finds nothing in the hands of the one that let go.
        Assert.False(File.Exists(_trial.DatabaseFile + "-wal"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_trial.DatabaseFile + ".lock"));
        await _other.RunAsync();
    }

    [Fact]
    public async Task However_the_file_is_named_its_lock_is_met()
    {
        await using var first = await _trial.StartAsync();
        foreach (var spelling in Spellings())
        {
            _other.Settings["ConnectionStrings:Portal"] = "Data Source=" + spelling;
            Assert.Equal("end that one first.", (await _other.RefusalAsync()).Split(": ")[^1]);
        }

        File.CreateSymbolicLink(_other.DatabaseFile, _trial.DatabaseFile);
        _other.Settings.Remove("ConnectionStrings:Portal");
        Assert.Equal(InUse, await _other.RefusalAsync());
        await first.StopAsync(Cancelled);
    }

    [Fact]
    public async Task A_portal_that_is_killed_lets_the_file_go()
    {
        await using var first = PortalProcess.Start(
            new Dictionary<string, string?>(_trial.Settings, StringComparer.Ordinal) { ["Data:Folder"] = Path.GetDirectoryName(_trial.DatabaseFile) });
        await first.Address.WaitAsync(TimeSpan.FromMinutes(2), Cancelled);
        Assert.Equal(InUse, await _other.RefusalAsync());

        first.Kill();
        await first.ExitCodeAsync(Cancelled);

        await _other.RunAsync();
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task While_a_portal_runs_another_data_folder_is_good_for_a_backup_only()
    {
        var backup = _other.File("portal.backup");
        await using (var first = await _trial.StartAsync())
        {
            await SaveAsync(first);
            await _other.CommandAsync("backup", backup);
            var files = Files();

            Assert.Equal(InUse, await _other.CommandRefusalAsync("restore", backup));
            Assert.Equal(InUse, await _other.CommandRefusalAsync("new-epoch"));

            Assert.Equal(files, Files(), StringComparer.Ordinal);
            await SaveAsync(first);
            await first.StopAsync(Cancelled);
        }

        Assert.Contains("is restored", await _other.CommandAsync("restore", backup), StringComparison.Ordinal);
        Assert.Contains("A new epoch has begun", await _other.CommandAsync("new-epoch"), StringComparison.Ordinal);
        await using var again = await _other.StartAsync();
        await using var db = await ContextAsync(again);
        Assert.Equal(1, await db.PassTypes.CountAsync(Cancelled));
        await again.StopAsync(Cancelled);
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task A_restore_puts_the_backup_where_a_link_leads()
    {
        var backup = _other.File("portal.backup");
        await _trial.RunAsync();
        await _other.CommandAsync("backup", backup);
        var link = _other.File("link.db");
        File.CreateSymbolicLink(link, _trial.DatabaseFile);
        _other.Settings["ConnectionStrings:Portal"] = "Data Source=" + link;

        Assert.Equal($"'{link}' is the database itself: name a backup.", await _other.CommandRefusalAsync("restore", link));
        Assert.StartsWith($"'{backup}' is restored as '{_trial.DatabaseFile}'.", await _other.CommandAsync("restore", backup), StringComparison.Ordinal);

        Assert.Equal(_trial.DatabaseFile, new FileInfo(link).LinkTarget);
        Assert.NotEmpty(Directory.GetFiles(Path.GetDirectoryName(_trial.DatabaseFile)!, "portal.db.before-*"));
    }

    [Fact]
    public async Task A_lock_that_cannot_be_taken_is_not_called_in_use()
    {
        File.CreateSymbolicLink(_trial.File("portal.db.lock"), _trial.File("portal.db.lock"));
        var refusal = await _trial.RefusalAsync();
        Assert.StartsWith($"The database '{_trial.DatabaseFile}' cannot be used: ", refusal, StringComparison.Ordinal);
        Assert.False(File.Exists(_trial.DatabaseFile));
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    public void A_database_in_memory_has_no_lock(string connectionString)
    {
        var options = Options.Create(new DatabaseOptions { ConnectionString = connectionString });
        using var first = new SqliteLock(options);
        using var second = new SqliteLock(options);
        first.Lock();
        second.Lock();
    }

    public void Dispose()
    {
        _trial.Dispose();
        _other.Dispose();
    }

    private static Task<PortalDbContext> ContextAsync(WebApplication app) =>
        app.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancelled);

    private static async Task SaveAsync(WebApplication app)
    {
        await using var db = await ContextAsync(app);
        await db.AddPassTypeAsync("pass.lock." + Guid.NewGuid().ToString("N"));
    }

    private IEnumerable<string> Spellings()
    {
        var folder = Path.GetDirectoryName(_trial.DatabaseFile)!;
        yield return Path.GetRelativePath(Path.GetDirectoryName(_other.DatabaseFile)!, _trial.DatabaseFile);

        File.CreateSymbolicLink(_other.File("link.db"), _trial.DatabaseFile);
        yield return _other.File("link.db");

        File.CreateSymbolicLink(_other.File("link.to.link.db"), "link.db");
        yield return _other.File("link.to.link.db");

        Directory.CreateSymbolicLink(_other.File("folder"), folder);
        yield return _other.File("folder/portal.db");

        // Up from where the folder lies, and not from where its link does.
        Directory.CreateDirectory(_trial.File("below"));
        File.CreateSymbolicLink(_trial.File("below/up.db"), "../portal.db");
        Directory.CreateSymbolicLink(_other.File("below"), _trial.File("below"));
        yield return _other.File("below/up.db");
    }

    private IEnumerable<string> Files() => Directory.GetFiles(Path.GetDirectoryName(_trial.DatabaseFile)!).Order(StringComparer.Ordinal);
}
