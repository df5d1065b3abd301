using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Designs;
using Portal.Data.Devices;
using Portal.Data.Storage;
using Portal.Testing.Builders;
using Portal.Testing.Databases;

namespace Portal.Data.Tests.Tags;

/// <summary>The server's side of a history: what staff, phones and an administrator do to a real database.</summary>
internal sealed class TagWorld : IAsyncDisposable
{
    private static long _lastVersion;

    private readonly TestDatabase _database;
    private ServiceProvider _services;
    private string _passType = "";
    private PassDesign[] _designs = [];

    private TagWorld(TestDatabase database)
    {
        _database = database;
        _services = Open();
    }

    public JumpingTime Time { get; } = new();

    public int PassTypeId { get; private set; }

    /// <summary>Whether a backup can be put back here: a file is copied, a database on a server is not.</summary>
    public bool CanRestore => _database.Provider is DatabaseProvider.Sqlite;

    private PortalWriter Writer => _services.GetRequiredService<PortalWriter>();

    private ProtocolStatements Statements => _services.GetRequiredService<ProtocolStatements>();

    private DeviceRegistrations Registrations => new(Writer, _services.GetRequiredService<OrdinaryRegistrations>(), Time);

    public static async Task<TagWorld> CreateAsync(DatabaseProvider provider, CancellationToken cancellationToken) =>
        new(await TestDatabase.CreateAsync(provider, cancellationToken));

    /// <summary>A pass type of its own for the next history, with two designs.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = await ContextAsync(cancellationToken);
        _passType = $"pass.test.history-{Guid.NewGuid():N}";
        var type = await db.AddPassTypeAsync(_passType);
        PassTypeId = type.Id;
        _designs = [await db.AddDesignAsync(type, "one"), await db.AddDesignAsync(type, "two")];
    }

    public async Task<TagPass> IssueAsync(int design, CancellationToken cancellationToken)
    {
        var tag = 0L;
        var pass = await Writer.WriteAsync(
            async (db, token) =>
            {
                tag = (await UpdateClock.AdvanceAsync(db, PassTypeId, token)).Number;
                return await db.AddPassAsync(_designs[design], Guid.NewGuid().ToString("N"), tag);
            },
            cancellationToken);
        return new TagPass(pass.Id, pass.SerialNumber, design);
    }

    /// <summary>A save as every save is: tag first, then the pass.</summary>
    public Task<Edit> EditAsync(TagPass pass, CancellationToken cancellationToken) => Writer.WriteAsync(
        async (db, token) =>
        {
            var (tag, version) = (await UpdateClock.AdvanceAsync(db, PassTypeId, token), NextVersion());
            await db.Passes.Where(row => row.Id == pass.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Tag, tag.Number).SetProperty(row => row.Values, version).SetProperty(row => row.TagAt, Time.GetUtcNow()), token);
            return new Edit(tag, version);
        },
        cancellationToken);

    public Task<Edit> PublishAsync(int design, CancellationToken cancellationToken) => Writer.WriteAsync(
        async (db, token) =>
        {
            var (tag, version) = (await UpdateClock.AdvanceAsync(db, PassTypeId, token), NextVersion());
            await db.Designs.Where(row => row.Id == _designs[design].Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Tag, tag.Number).SetProperty(row => row.Name, version).SetProperty(row => row.TagAt, Time.GetUtcNow()), token);
            return new Edit(tag, version);
        },
        cancellationToken);

    public Task RegisterAsync(string device, TagPass pass, CancellationToken cancellationToken) => Registrations.RegisterAsync(
        new RegistrationRequest
        {
            DeviceLibraryIdentifier = device, PassId = pass.Id, PassTypeId = PassTypeId, Kind = PushKind.Apple,
            AuthorizationWord = "ApplePass", PushToken = device,
        },
        cancellationToken);

    public Task EndAsync(string device, TagPass pass, CancellationToken cancellationToken) =>
        Registrations.EndAsync(PassTypeId, pass.Id, device, cancellationToken);

    /// <summary>What a list call with this tag is answered; null for 204.</summary>
    public async Task<(UpdateTag Tag, IReadOnlyList<long> Passes)?> ListAsync(string device, string? tag, CancellationToken cancellationToken)
    {
        if (await Statements.ListAsync(device, _passType, cancellationToken) is not { } updates)
            return null;
        var since = UpdateTag.Since(tag, updates.Epoch, updates.Number);
        List<long> told = [.. updates.Passes.Where(pass => pass.EffectiveTag > since).Select(pass => pass.PassId)];
        return told.Count == 0 ? null : (updates.Tag, told);
    }

    /// <summary>The pass as a download or a fetch brings it, and its effective tag.</summary>
    public async Task<string> ReadAsync(long passId, CancellationToken cancellationToken)
    {
        await using var db = await ContextAsync(cancellationToken);
        return await db.Passes.Where(pass => pass.Id == passId).Select(pass => pass.Values + "/" + pass.Design!.Name).SingleAsync(cancellationToken);
    }

    /// <summary>A download: the pass leaves, and at which tag is written down, unless a crash loses that.</summary>
    public async Task<string> DownloadAsync(TagPass pass, bool crashes, CancellationToken cancellationToken)
    {
        var head = await Statements.FindPassAsync(_passType, pass.SerialNumber, cancellationToken) ?? throw new InvalidOperationException("The pass is gone.");
        var content = await ReadAsync(pass.Id, cancellationToken);
        if (!crashes)
        {
            var marks = new ArrivalMarkStatements(_services.GetRequiredService<IDbContextFactory<PortalDbContext>>(), Writer);
            await marks.HandOutAsync([new PassMark(head.PassId, head.EffectiveTag, Time.GetUtcNow())], cancellationToken);
        }

        return content;
    }

    public Task BeginNewEpochAsync(CancellationToken cancellationToken) =>
        Writer.WriteAsync((db, token) => UpdateClock.BeginNewEpochAsync(db, Time.GetUtcNow(), token), cancellationToken);

    /// <summary>The passes that are registered on a device, as the database has it.</summary>
    public async Task<IReadOnlyList<long>> RegisteredAsync(string device, CancellationToken cancellationToken)
    {
        await using var db = await ContextAsync(cancellationToken);
        return await db.Registrations.Where(row => row.Device!.LibraryIdentifier == device && row.EndedAt == null).Select(row => row.PassId).ToListAsync(cancellationToken);
    }

    public async Task<byte[]> BackupAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await using (var db = await ContextAsync(cancellationToken))
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellationToken);
        var content = await File.ReadAllBytesAsync(file, cancellationToken);
        File.Delete(file);
        return content;
    }

    /// <summary>Puts an older file in place of the database, and does what a start then does: the clock is behind its mark.</summary>
    public async Task RestoreAsync(byte[] backup, CancellationToken cancellationToken)
    {
        await CloseAsync();
        var file = new SqliteConnectionStringBuilder(_database.ConnectionString).DataSource;
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        await File.WriteAllBytesAsync(file, backup, cancellationToken);
        _services = Open();
        await BeginNewEpochAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await _database.DisposeAsync();
    }

    private static string NextVersion() => Interlocked.Increment(ref _lastVersion).ToString(CultureInfo.InvariantCulture);

    private ServiceProvider Open() => new ServiceCollection().AddPortalData(_database.Provider, _database.ConnectionString).BuildServiceProvider();

    private async Task CloseAsync()
    {
        await _services.DisposeAsync();
        if (_database.Provider is not DatabaseProvider.Sqlite)
            return;
        await using var connection = new SqliteConnection(SqliteConnectionText.Complete(_database.ConnectionString));
        SqliteConnection.ClearPool(connection);
    }

    private Task<PortalDbContext> ContextAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
}

/// <summary>A pass of a history.</summary>
internal sealed record TagPass(long Id, string SerialNumber, int Design);

/// <summary>What a save drew, and what it made of its pass or design.</summary>
internal sealed record Edit(UpdateTag Tag, string Version);
