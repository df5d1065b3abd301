using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Certificates;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Designs.Starting;
using Portal.Passes;
using Portal.Testing;
using Portal.Testing.Databases;
using Portal.Testing.Hosting;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push;

/// <summary>A database with one pass on one device, a simulated APNs, and portals in processes of their own that may be killed.</summary>
internal sealed class KilledPortal : IAsyncDisposable
{
    private const string PassType = "pass.test.killed";
    private static readonly Author Staff = new("Ada");

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private KilledPortal(TestDatabase database, SimulatedApns apns)
    {
        Database = database;
        Apns = apns;
    }

    public TestDatabase Database { get; }

    public SimulatedApns Apns { get; }

    public required long PassId { get; set; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<KilledPortal> CreateAsync(DatabaseFixture fixture)
    {
        Needs.PostgresFor(fixture.Provider);
        var apns = await SimulatedApns.StartAsync(
            new SimulatedApnsOptions { TrustedAuthorities = [TestCertificates.Authority.Root, TestCertificates.Authority.Intermediate] }, Cancelled);
        var killed = new KilledPortal(await TestDatabase.CreateAsync(fixture.Provider, Cancelled), apns) { PassId = 0 };
        await File.WriteAllTextAsync(killed._folder.File("root.pem"), apns.Root.ExportCertificatePem(), Cancelled);
        await killed.FillAsync();
        return killed;
    }

    /// <summary>Starts a portal; <paramref name="killAt"/> ends it as a power cut would, <paramref name="saves"/> lets it void the pass.</summary>
    public PortalProcess Start(string? killAt = null, bool saves = false) =>
        PortalProcess.Start(Settings(), killAt, voids: saves ? PassId : null);

    public async Task DiesAtAsync(string killPoint, bool saves = false)
    {
        await using var portal = Start(killPoint, saves);
        var code = await portal.ExitCodeAsync(Cancelled).WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
        Assert.True(code == 137, $"It ended with {code}:\n{string.Join('\n', portal.Output)}");
    }

    public async Task<T> ReadAsync<T>(Func<Portal.Data.PortalDbContext, Task<T>> read)
    {
        await using var db = await Database.Contexts.CreateDbContextAsync(Cancelled);
        return await read(db);
    }

    public Task<PushTarget> TargetAsync() => ReadAsync(db => db.PushTargets.AsNoTracking().SingleAsync(Cancelled));

    public Task<IssuedPass> PassAsync() => ReadAsync(db => db.Passes.AsNoTracking().SingleAsync(Cancelled));

    public async ValueTask DisposeAsync()
    {
        await Apns.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }

    private Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = Database.Provider.ToString(),
        ["ConnectionStrings:Portal"] = Database.ConnectionString,
        ["Data:Folder"] = _folder.Path,
        ["Portal:PublicBaseUrl"] = "",
        ["Apns:BaseAddress"] = Apns.BaseAddress.ToString(),
        ["Apns:TrustedRootFile"] = _folder.File("root.pem"),
        ["Demo:Enabled"] = "false",
    };

    // With the portal's own services, from a portal that is put together but never runs.
    private async Task FillAsync()
    {
        await using var portal = PortalApp.Build(
            ["--environment", "Development", "--contentRoot", Repository.Root, .. Settings().Select(setting => $"--{setting.Key}={setting.Value}")]);
        var upload = new CertificateUpload(TestCertificates.Authority.IssuePassCertificate(PassType, "TEAM123456", "secret"), "secret", By: null);
        var type = (await portal.Services.GetRequiredService<CertificateStore>().UploadAsync(upload, Cancelled)).PassTypeId;
        var store = portal.Services.GetRequiredService<DesignStore>();
        var start = StartingDesigns.Find("store-card") ?? throw new InvalidOperationException("There is no store card to start from.");
        var design = await store.CreateAsync(start, "Card", type, Staff.Name, Cancelled);
        var draft = await store.OpenDraftAsync(design, Cancelled) ?? throw new InvalidOperationException("The design is gone.");
        var published = await portal.Services.GetRequiredService<DesignPublisher>().PublishAsync(draft, Guid.CreateVersion7(), Staff, Cancelled);
        Assert.True(published.IsPublished, published.Problem);
        var pass = await portal.Services.GetRequiredService<PassChanges>().IssueAsync(design, new NewPass(PassValues.Of([]), "0001"), Staff, Cancelled);
        PassId = pass.Id;
        await Database.Writer.WriteAsync(async (db, token) => await RegisterAsync(db, pass, token), Cancelled);
    }

    private static async Task RegisterAsync(Portal.Data.PortalDbContext db, IssuedPass pass, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        var token = DeviceTokens.New();
        db.Registrations.Add(new Registration
        {
            Device = new Device { LibraryIdentifier = "device", FirstSeenAt = now, LastSeenAt = now },
            PassId = pass.Id,
            PassTypeId = pass.PassTypeId,
            PushTarget = new PushTarget { PassTypeId = pass.PassTypeId, Kind = PushKind.Apple, PushToken = token, TokenHash = token, TokenSetAt = now },
            AuthorizationWord = "ApplePass",
            CreatedAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
