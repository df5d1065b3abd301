using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Pushing;

/// <summary>The whole portal with its push worker, without the pace that bulk work is held to.</summary>
internal sealed class PushingPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly BenchPortal _portal;
    private readonly PushedDevices _devices;
    private readonly AcceptedPushes _accepted = new();

    private PushingPortal(BenchPortal portal, PushedDevices devices)
    {
        _portal = portal;
        _devices = devices;
    }

    public static async Task<PushingPortal> StartAsync(
        TestDatabase database, TemporaryFolder folder, PushService service, CancellationToken cancellationToken)
    {
        var devices = await PushedDevices.CreateAsync(database, cancellationToken);
        return new PushingPortal(await BenchPortal.StartAsync(database, folder, service, bulkPerSecond: 0, cancellationToken), devices);
    }

    /// <summary>Queues a push for every device; the clock runs from its commit to the commit of the last answer.</summary>
    public async Task<Sample> RunAsync(CancellationToken cancellationToken)
    {
        var all = _accepted.Next(PushedDevices.Count);
        await _devices.QueueAsync(_portal.Service<PortalWriter>(), cancellationToken);
        var started = Stopwatch.GetTimestamp();
        _portal.Service<PushSignal>().Wake();
        await all.WaitAsync(Patience, cancellationToken);
        var sample = new Sample(PushedDevices.Count, Stopwatch.GetElapsedTime(started));
        await RequireEmptyAsync(cancellationToken);
        return sample;
    }

    public async ValueTask DisposeAsync()
    {
        _accepted.Dispose();
        await _portal.DisposeAsync();
    }

    private async Task RequireEmptyAsync(CancellationToken cancellationToken)
    {
        await using var db = await _portal.Service<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
        if (await db.PendingPushes.AnyAsync(cancellationToken))
            throw new InvalidOperationException("Pushes still wait although as many were accepted as there were.");
    }
}
