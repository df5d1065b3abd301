using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Activity;
using Portal.Data.Pushes;
using Portal.Data.Storage;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Databases;
using Portal.Testing.Hosting;
using Wallet.Simulator.Apns;

namespace Portal.Tests.Push;

/// <summary>The whole way of a push: a database, the dispatcher with its APNs client, and a simulated APNs over real TLS and HTTP/2.</summary>
internal sealed class PushWorld : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private CancellationTokenSource? _stopping;
    private PushDispatcher? _dispatcher;
    private Task _running = Task.CompletedTask;

    private PushWorld(TestDatabase database, QueueWorld queue, SimulatedApns apns, PushWorldOptions options)
    {
        _database = database;
        Queue = queue;
        Apns = apns;
        Ledger = new PushLedger(apns);
        Certificates.Put(queue.Type.Id, queue.Type.Identifier);
        _services = new ServiceCollection()
            .AddMetrics()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton(database.Contexts)
            .AddSingleton(database.Writer)
            .AddSingleton(options.Time)
            .AddSingleton(new Lazy<ApnsEndpoint>(options.Endpoint?.Invoke(apns) ?? new ApnsEndpoint(apns.BaseAddress, apns.Root)))
            .AddSingleton<IPushCertificates>(Certificates)
            .AddSingleton<PortalEvents>()
            .AddSingleton<PushSignal>()
            .AddSingleton<PushMetrics>()
            .AddSingleton<DownloadPressure>()
            .AddSingleton<PushTopics>()
            .AddTransient(provider => new PushCompletions(provider.GetRequiredService<PortalWriter>(), provider.GetRequiredService<QueueClock>()))
            .AddSingleton<QueueClock>()
            .AddTransient<PushClaims>()
            .AddSingleton(new FanOuts(database.Contexts, database.Writer))
            .AddTransient<PushCompleter>()
            .AddTransient<PushDispatcher>()
            .AddSingleton<IPushSender, ApnsSender>()
            .AddSingleton(Options.Create(new PushOptions { BulkPerSecond = options.BulkPerSecond }))
            .AddSingleton(Options.Create(new ApnsOptions { Connections = options.Connections }))
            .BuildServiceProvider();
    }

    public QueueWorld Queue { get; }

    public SimulatedApns Apns { get; }

    /// <summary>What every device was woken for.</summary>
    public PushLedger Ledger { get; }

    public TestCertificates Certificates { get; } = new();

    public RecordedLog Log { get; } = new();

    public PushTopics Topics => _services.GetRequiredService<PushTopics>();

    /// <summary>Of the run that was started last.</summary>
    public PushDispatcher Dispatcher => _dispatcher ?? throw new InvalidOperationException("Not started.");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<PushWorld> CreateAsync(TestDatabase database, int devices = 1) =>
        CreateAsync(database, new PushWorldOptions { Devices = devices });

    public static async Task<PushWorld> CreateAsync(TestDatabase database, PushWorldOptions options)
    {
        var apns = await SimulatedApns.StartAsync(
            new SimulatedApnsOptions { TrustedAuthorities = [TestCertificates.Authority.Root, TestCertificates.Authority.Intermediate] }, Cancelled);
        var queue = await QueueWorld.CreateAsync(database, options.Devices, options.Time);
        return new PushWorld(database, queue, apns, options);
    }

    /// <summary>Another pass type on the same database, pushed by the same dispatcher.</summary>
    public async Task<QueueWorld> AddTopicAsync(int devices = 1)
    {
        var other = await QueueWorld.CreateAsync(_database, devices, Queue.Time);
        Certificates.Put(other.Type.Id, other.Type.Identifier);
        return other;
    }

    /// <summary>Starts a run of the portal's pushing, with a boot id of its own.</summary>
    public void Start()
    {
        _stopping = new CancellationTokenSource();
        _dispatcher = _services.GetRequiredService<PushDispatcher>();
        _running = Task.Run(() => _dispatcher.RunAsync(_stopping.Token), Cancelled);
    }

    /// <summary>Ends the run as the end of the host does.</summary>
    public async Task StopAsync()
    {
        if (_stopping is null)
            return;
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
        _stopping = null;
    }

    /// <summary>Saves the pass and tells the worker.</summary>
    public async Task<long> ChangeAsync(QueueWorld? queue = null)
    {
        var tag = await (queue ?? Queue).ChangeAsync();
        Wake();
        return tag;
    }

    /// <summary>Waits until every live device of a pass type was woken for a save.</summary>
    public Task AllAcceptedAsync(long tag, QueueWorld? queue = null)
    {
        var type = (queue ?? Queue).Type.Id;
        return Until.TrueAsync("all are accepted", () => Queue.ReadAsync(db => db.PushTargets.AllAsync(
            target => target.PassTypeId != type || target.RetiredAt != null || target.AcceptedTag >= tag, Cancelled)));
    }

    public void Wake() => _services.GetRequiredService<PushSignal>().Wake();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var line in Log.Lines)
            TestContext.Current.TestOutputHelper?.WriteLine($"{line.Level} {line.Category}: {line.Text} {line.Exception}");
        await _services.DisposeAsync();
        await Apns.DisposeAsync();
    }
}
