using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Passbook.Generator;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Testing.Protocol;
using Wallet.Simulator.Apns;

namespace Portal.Testing.Hosting;

/// <summary>The real portal on a real port of 127.0.0.1, with a database, a data folder and an APNs of its own.</summary>
public sealed class PortalHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly PortalGround _ground;
    private readonly bool _ownsGround;

    private PortalHost(WebApplication app, PortalGround ground, bool ownsGround, RecordedLog log)
    {
        _app = app;
        _ground = ground;
        _ownsGround = ownsGround;
        Log = log;
        Address = new Uri(app.Urls.First());
        Http = NewClient();
    }

    public Uri Address { get; }

    /// <summary>A client as plain as a phone's: no cookies, no redirects, no decompression.</summary>
    public HttpClient Http { get; }

    public DatabaseProvider Provider => _ground.Database.Provider;

    public SimulatedApns Apns => _ground.Apns;

    /// <summary>Whose pass certificates this portal's APNs accepts.</summary>
    public DevelopmentAuthority Authority => _ground.Authority;

    /// <summary>Everything the portal logged.</summary>
    public RecordedLog Log { get; }

    public string DataFolder => _ground.DataFolder;

    public IServiceProvider Services => _app.Services;

    public IDbContextFactory<PortalDbContext> Contexts => Service<IDbContextFactory<PortalDbContext>>();

    public PortalWriter Writer => Service<PortalWriter>();

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A portal on ground of its own, which goes with it.</summary>
    public static async Task<PortalHost> StartAsync(PortalHostOptions options, CancellationToken cancellationToken)
    {
        var ground = await PortalGround.CreateAsync(options.Provider, options.Time ?? TimeProvider.System, cancellationToken);
        try
        {
            return await StartAsync(ground, ownsGround: true, options, cancellationToken);
        }
        catch
        {
            await ground.DisposeAsync();
            throw;
        }
    }

    /// <summary>A portal on ground that stays when it is gone.</summary>
    public static Task<PortalHost> StartAsync(PortalGround ground, CancellationToken cancellationToken) =>
        StartAsync(ground, ownsGround: false, new PortalHostOptions(), cancellationToken);

    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    public Task<RawAnswer> SendRawAsync(string request, CancellationToken cancellationToken) => RawHttp.SendAsync(Address, request, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsGround)
            await _ground.DisposeAsync();
    }

    private static async Task<PortalHost> StartAsync(PortalGround ground, bool ownsGround, PortalHostOptions options, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>(ground.Settings, StringComparer.Ordinal)
        {
            ["Portal:PublicBaseUrl"] = options.Environment is "Development" ? "" : "https://passes.example.com",
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
            return new PortalHost(app, ground, ownsGround, log);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static string[] Arguments(string environment) =>
        ["--urls", "http://127.0.0.1:0", "--environment", environment, "--contentRoot", Repository.Root];
}
