using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Passbook.Generator;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Testing.Databases;
using Portal.Testing.Protocol;
using Wallet.Simulator.Apns;

namespace Portal.Testing.Hosting;

/// <summary>The real portal on a real port of 127.0.0.1, with a database, a data folder and an APNs of its own.</summary>
public sealed class PortalHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;
    private readonly TestDatabase _database;

    private PortalHost(WebApplication app, TemporaryFolder folder, TestDatabase database, SimulatedApns apns, DevelopmentAuthority authority, RecordedLog log)
    {
        _app = app;
        _folder = folder;
        _database = database;
        Apns = apns;
        Authority = authority;
        Log = log;
        Address = new Uri(app.Urls.First());
        Http = NewClient();
    }

    public Uri Address { get; }

    /// <summary>A client as plain as a phone's: no cookies, no redirects, no decompression.</summary>
    public HttpClient Http { get; }

    public DatabaseProvider Provider => _database.Provider;

    public SimulatedApns Apns { get; }

    /// <summary>Whose pass certificates this portal's APNs accepts.</summary>
    public DevelopmentAuthority Authority { get; }

    /// <summary>Everything the portal logged.</summary>
    public RecordedLog Log { get; }

    public string DataFolder => _folder.Path;

    public IServiceProvider Services => _app.Services;

    public IDbContextFactory<PortalDbContext> Contexts => Service<IDbContextFactory<PortalDbContext>>();

    public PortalWriter Writer => Service<PortalWriter>();

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static async Task<PortalHost> StartAsync(PortalHostOptions options, CancellationToken cancellationToken)
    {
        var authority = DevelopmentAuthority.Create(options.Time ?? TimeProvider.System);
        var apns = await SimulatedApns.StartAsync(
            new SimulatedApnsOptions { TrustedAuthorities = [authority.Root, authority.Intermediate], Time = options.Time ?? TimeProvider.System },
            cancellationToken);
        var folder = TemporaryFolder.Create();
        var database = await TestDatabase.CreateAsync(options.Provider, cancellationToken);
        var root = folder.File("apns-root.pem");
        await File.WriteAllTextAsync(root, apns.Root.ExportCertificatePem(), cancellationToken);

        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = options.Provider.ToString(),
            ["ConnectionStrings:Portal"] = database.ConnectionString,
            ["Data:Folder"] = folder.Path,
            ["Portal:PublicBaseUrl"] = options.Environment is "Development" ? "" : "https://passes.example.com",
            ["Apns:BaseAddress"] = apns.BaseAddress.ToString(),
            ["Apns:TrustedRootFile"] = root,
            ["Demo:Enabled"] = "false",
        };
        foreach (var (key, value) in options.Settings)
            settings[key] = value;

        var log = new RecordedLog();
        var app = PortalApp.Build(Arguments(options.Environment), builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
            if (options.Time is { } time)
                builder.Services.AddSingleton(time);
            options.Configure?.Invoke(builder);
        });
        try
        {
            await app.StartAsync(cancellationToken);
            return new PortalHost(app, folder, database, apns, authority, log);
        }
        catch
        {
            await RemoveAsync(app, apns, database, folder, authority);
            throw;
        }
    }

    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    public Task<RawAnswer> SendRawAsync(string request, CancellationToken cancellationToken) => RawHttp.SendAsync(Address, request, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await RemoveAsync(_app, Apns, _database, _folder, Authority);
    }

    private static string[] Arguments(string environment) =>
        ["--urls", "http://127.0.0.1:0", "--environment", environment, "--contentRoot", Repository.Root];

    private static async Task RemoveAsync(
        WebApplication app, SimulatedApns apns, TestDatabase database, TemporaryFolder folder, DevelopmentAuthority authority)
    {
        await app.DisposeAsync();
        await apns.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
        authority.Dispose();
    }
}
