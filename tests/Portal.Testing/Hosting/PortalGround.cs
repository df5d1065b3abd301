using Passbook.Generator;
using Portal.Data.Storage;
using Portal.Testing.Databases;
using Wallet.Simulator.Apns;

namespace Portal.Testing.Hosting;

/// <summary>What a portal stands on and what outlives it: a data folder, a database, and the APNs it pushes to.</summary>
public sealed class PortalGround : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private PortalGround(TemporaryFolder folder, TestDatabase database, SimulatedApns apns, DevelopmentAuthority authority)
    {
        _folder = folder;
        Database = database;
        Apns = apns;
        Authority = authority;
        File.WriteAllText(RootFile, apns.Root.ExportCertificatePem());
    }

    public TestDatabase Database { get; }

    public SimulatedApns Apns { get; }

    /// <summary>Whose pass certificates the APNs accepts.</summary>
    public DevelopmentAuthority Authority { get; }

    public string DataFolder => _folder.Path;

    /// <summary>Configuration that leads a portal here, without the demo.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Database:Provider"] = Database.Provider.ToString(),
        ["ConnectionStrings:Portal"] = Database.ConnectionString,
        ["Data:Folder"] = DataFolder,
        ["Portal:PublicBaseUrl"] = "",
        ["Apns:BaseAddress"] = Apns.BaseAddress.ToString(),
        ["Apns:TrustedRootFile"] = RootFile,
        ["Demo:Enabled"] = "false",
    };

    private string RootFile => _folder.File("apns-root.pem");

    public static async Task<PortalGround> CreateAsync(DatabaseProvider provider, TimeProvider time, CancellationToken cancellationToken) =>
        await CreateAsync(await TestDatabase.CreateAsync(provider, cancellationToken), time, cancellationToken);

    /// <summary>Ground over a database that goes with it.</summary>
    public static async Task<PortalGround> CreateAsync(TestDatabase database, TimeProvider time, CancellationToken cancellationToken)
    {
        var authority = DevelopmentAuthority.Create(time);
        var options = new SimulatedApnsOptions { TrustedAuthorities = [authority.Root, authority.Intermediate], Time = time };
        var apns = await SimulatedApns.StartAsync(options, cancellationToken);
        return new PortalGround(TemporaryFolder.Create(), database, apns, authority);
    }

    public async ValueTask DisposeAsync()
    {
        await Apns.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
        Authority.Dispose();
    }
}
