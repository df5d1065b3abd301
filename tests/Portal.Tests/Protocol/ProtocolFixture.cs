using System.Net;
using Microsoft.Extensions.Time.Testing;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Hosting;
using Portal.Testing.Postgres;
using Portal.Testing.Protocol;

namespace Portal.Tests.Protocol;

/// <summary>
/// A running portal with a pass type that signs, and devices that call it. Every answer to <see cref="Http"/> is held to
/// <see cref="PlainAnswers"/>. Limits by address are lifted: all devices of a test share one.
/// </summary>
public abstract class ProtocolFixture(DatabaseProvider provider, FakeTimeProvider? time = null) : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> NoLimits = new(StringComparer.Ordinal)
    {
        ["Wallet:RefusedTokensPerMinute"] = "1000000",
        ["Wallet:LogPostsPerMinute"] = "1000000",
    };

    private PortalHost? _portal;
    private Workspace? _cards;
    private HttpClient? _http;

    public PortalHost Portal => Ready(_portal);

    /// <summary>Store cards with points.</summary>
    public Workspace Cards => Ready(_cards);

    public HttpClient Http => Ready(_http);

    /// <summary>The portal's clock, where it stands still.</summary>
    public FakeTimeProvider Time => Ready(time);

    /// <summary>A device nobody has seen yet.</summary>
    public WalletDevice Device(Face face) => new(Http, face);

    /// <summary>A device that downloads these passes and registers them, as when somebody adds them to Wallet.</summary>
    public async Task<WalletDevice> InstallAsync(Face face, params IEnumerable<TestPass> passes)
    {
        var device = Device(face);
        await InstallOnAsync(device, passes);
        return device;
    }

    /// <inheritdoc cref="InstallAsync"/>
    public static async Task InstallOnAsync(WalletDevice device, params IEnumerable<TestPass> passes)
    {
        foreach (var pass in passes)
        {
            using var fetched = await device.FetchAsync(pass);
            Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
            using var registered = await device.RegisterAsync(pass);
            Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (provider is DatabaseProvider.PostgreSql && PostgresCluster.WhyMissing is not null)
            return;
        var options = new PortalHostOptions { Provider = provider, Time = time, Settings = NoLimits };
        _portal = await PortalHost.StartAsync(options, TestContext.Current.CancellationToken);
        _http = NewClient();
        _cards = await Workspace.CreateAsync(_portal);
    }

    /// <summary>A client that calls from its own connections, and from another address of this machine if it is given one.</summary>
    public HttpClient NewClient(SocketsHttpHandler? handler = null)
    {
        handler ??= new SocketsHttpHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        return new HttpClient(new PlainAnswers(handler)) { BaseAddress = Portal.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_portal is not null)
            await _portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private T Ready<T>(T? part)
    {
        Needs.PostgresFor(provider);
        return part ?? throw new InvalidOperationException("The fixture is not ready, or has no such part.");
    }
}

public sealed class ProtocolOnSqlite() : ProtocolFixture(DatabaseProvider.Sqlite);

public sealed class ProtocolOnPostgres() : ProtocolFixture(DatabaseProvider.PostgreSql);
