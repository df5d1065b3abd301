using System.Security.Cryptography;
using Passbook.Generator;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Postgres;
using Wallet.Simulator.Apns;

namespace Portal.Benchmarks.Load;

/// <summary>What the portals of a run stand on and what outlives them: the database, a folder for each, and the APNs they push to.</summary>
internal sealed class LoadGround : IAsyncDisposable
{
    private const string Database = "portal";

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private readonly string _masterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly DatabaseProvider _provider;

    private LoadGround(DatabaseProvider provider, DevelopmentAuthority authority, SimulatedApns apns, PostgresServer? server)
    {
        (_provider, Authority, Apns, Server) = (provider, authority, apns, server);
        File.WriteAllText(RootFile, apns.Root.ExportCertificatePem());
    }

    /// <summary>The name phones know the portal by, whichever process answers.</summary>
    public static Uri Address { get; } = new("http://portal.test/");

    public DevelopmentAuthority Authority { get; }

    public SimulatedApns Apns { get; }

    /// <summary>Null on SQLite.</summary>
    public PostgresServer? Server { get; }

    public string ConnectionString => Server?.For(Database) ?? SqliteConnectionText.ForFile(_folder.File("portal.db"));

    private string RootFile => _folder.File("apns-root.pem");

    public static async Task<LoadGround> CreateAsync(DatabaseProvider provider, CancellationToken cancellationToken)
    {
        var server = provider is DatabaseProvider.PostgreSql ? await PostgresServer.StartAsync(cancellationToken) : null;
        if (server is not null)
            await server.CreateDatabaseAsync(Database, cancellationToken);
        var authority = DevelopmentAuthority.Create(TimeProvider.System);
        var apns = await SimulatedApns.StartAsync(
            new SimulatedApnsOptions { TrustedAuthorities = [authority.Root, authority.Intermediate] }, cancellationToken);
        return new LoadGround(provider, authority, apns, server);
    }

    /// <summary>Configuration of one process of the portal.</summary>
    public Dictionary<string, string?> Settings(int node) => new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = _provider.ToString(),
        ["ConnectionStrings:Portal"] = ConnectionString,
        ["Data:Folder"] = _folder.File($"node-{node}"),
        ["Data:MasterKey"] = _masterKey,
        ["Portal:PublicBaseUrl"] = Address.ToString(),
        ["Apns:BaseAddress"] = Apns.BaseAddress.ToString(),
        ["Apns:TrustedRootFile"] = RootFile,
        ["Demo:Enabled"] = "false",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    /// <summary>A file in the run's folder.</summary>
    public string PathOf(string file) => _folder.File(file);

    public async ValueTask DisposeAsync()
    {
        await Apns.DisposeAsync();
        if (Server is not null)
            await Server.DisposeAsync();
        Authority.Dispose();
        _folder.Dispose();
    }
}
