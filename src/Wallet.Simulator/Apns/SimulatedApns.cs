using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Wallet.Simulator.Apns.Http2;

namespace Wallet.Simulator.Apns;

/// <summary>A server on loopback that answers like Apple's push service: HTTP/2 over TLS with the provider's client certificate.</summary>
/// <remarks>Thread safe. Several may run in one process; each has a root, a port and a script of its own.</remarks>
public sealed class SimulatedApns : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, ApnsConnection> _connections = new();
    private readonly ConcurrentDictionary<(string Token, string Topic), DeliveredPush> _held = new();
    private readonly ServerCertificate _certificate = ServerCertificate.Create();
    private readonly StreamSettings _settings = new();
    private readonly WebApplication _host;
    private volatile bool _deaf;

    private SimulatedApns(SimulatedApnsOptions options)
    {
        Journal = new ApnsJournal(options.RecentPushes);
        var endpoint = new PushEndpoint(Script, Tokens, Journal, _settings, options.Time, Deliver);
        var rules = new ClientCertificateRules(options.TrustedAuthorities, options.Time);
        _host = ApnsHost.Build(options, _certificate.Server, endpoint.HandleAsync, (connection, certificate, next) =>
            FrameMiddleware.RunAsync(connection, _settings, async pump =>
            {
                var opened = new ApnsConnection(Journal.Opened(), rules.Judge(certificate), pump, connection);
                connection.Features.Set(opened);
                if (_deaf) opened.FallSilent();
                _connections[opened.Number] = opened;
                try
                {
                    await next();
                }
                finally
                {
                    _connections.TryRemove(opened.Number, out _);
                    Journal.Closed();
                }
            }));
    }

    /// <summary>Called for every push answered 200, before the answer leaves. It must be quick and must not throw.</summary>
    /// <remarks>While nobody listens, the last push of each device and topic is held, as Apple does for a phone that is away.</remarks>
    public Action<DeliveredPush>? Delivered
    {
        get;
        set
        {
            field = value;
            foreach (var held in _held.Keys)
            {
                if (value is not null && _held.TryRemove(held, out var push)) value(push);
            }
        }
    }

    /// <summary>The root a client has to trust to talk to this server.</summary>
    public X509Certificate2 Root => _certificate.Root;

    /// <summary>Where it listens: <c>https://127.0.0.1:port/</c>.</summary>
    public Uri BaseAddress { get; private set; } = new("https://127.0.0.1/");

    /// <summary>What it is told to answer.</summary>
    public ApnsScript Script { get; } = new();

    /// <summary>The device tokens it knows.</summary>
    public DeviceTokens Tokens { get; } = new();

    /// <summary>What it has seen.</summary>
    public ApnsJournal Journal { get; }

    /// <summary>Starts a server on a free port of 127.0.0.1.</summary>
    public static async Task<SimulatedApns> StartAsync(SimulatedApnsOptions? options = null, CancellationToken cancellation = default)
    {
        var apns = new SimulatedApns(options ?? new SimulatedApnsOptions());
        try
        {
            await apns._host.StartAsync(cancellation);
            apns.BaseAddress = new Uri(apns._host.Urls.Single());
            return apns;
        }
        catch
        {
            await apns.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends every open connection with a GOAWAY; without a last stream of its own, what has come in is still answered.</summary>
    public void GoAway(GoAway? frame = null)
    {
        foreach (var connection in _connections.Values)
        {
            connection.GoAway(frame ?? new GoAway());
            Journal.SentGoAway();
        }
    }

    /// <summary>How many streams each connection may have open. A change is told to the open ones; more are refused from then on.</summary>
    /// <remarks>At first it is <see cref="SimulatedApnsOptions.MaxConcurrentStreams"/>, and it may not be higher than that.</remarks>
    public void LimitStreams(int limit)
    {
        _settings.Limit = limit;
        foreach (var connection in _connections.Values) connection.TellLimit();
    }

    /// <summary>How late a new connection learns the limit, and gets its first answer.</summary>
    public void DelaySettings(TimeSpan delay) => _settings.Delay = delay;

    /// <summary>
    /// The open connections stay open, but nothing is read from them and nothing answered, as when the machine lost its power.
    /// </summary>
    /// <param name="newOnesToo">Those that are opened from now on finish their handshake and then meet the same silence.</param>
    public void FallSilent(bool newOnesToo = false)
    {
        _deaf = newOnesToo;
        foreach (var connection in _connections.Values) connection.FallSilent();
    }

    /// <summary>New connections are answered again; those that fell silent stay so.</summary>
    public void Listen() => _deaf = false;

    /// <summary>Cuts every open connection.</summary>
    public void Disconnect()
    {
        foreach (var connection in _connections.Values) connection.Cut();
    }

    /// <summary>Stops at once; requests under way get no answer.</summary>
    public async ValueTask DisposeAsync()
    {
        Disconnect();
        await _host.DisposeAsync();
        _certificate.Dispose();
    }

    private void Deliver(DeliveredPush push)
    {
        if (Delivered is { } deliver) deliver(push);
        else _held[(push.Token, push.Topic)] = push;
    }
}
