using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Certificates;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Push;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Pushing;

/// <summary>The whole portal with its push worker, without the pace that bulk work is held to.</summary>
internal sealed class PushingPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication _app;
    private readonly PushedDevices _devices;
    private readonly AcceptedPushes _accepted = new();

    private PushingPortal(WebApplication app, PushedDevices devices)
    {
        _app = app;
        _devices = devices;
    }

    public static async Task<PushingPortal> StartAsync(
        TestDatabase database, TemporaryFolder folder, PushService service, CancellationToken cancellationToken)
    {
        var devices = await PushedDevices.CreateAsync(database, cancellationToken);
        await File.WriteAllTextAsync(folder.File("apns-root.pem"), service.Server.Root, cancellationToken);
        var app = PortalApp.Build(
        [
            "--urls=http://127.0.0.1:0", "--environment=Production", $"--contentRoot={Repository.Root}",
            $"--Database:Provider={database.Provider}", $"--ConnectionStrings:Portal={database.ConnectionString}", $"--Data:Folder={folder.Path}",
            "--Portal:PublicBaseUrl=https://passes.example.com", "--Demo:Enabled=false", "--Push:BulkPerSecond=0",
            $"--Apns:Connections={PushService.Connections}", $"--Apns:BaseAddress={service.Server.Address}",
            $"--Apns:TrustedRootFile={folder.File("apns-root.pem")}", "--Logging:LogLevel:Default=Warning",
        ]);
        await app.StartAsync(cancellationToken);
        await app.Services.GetRequiredService<CertificateStore>()
            .UploadAsync(new CertificateUpload(service.Pkcs12, PushService.Password, By: null), cancellationToken);
        return new PushingPortal(app, devices);
    }

    /// <summary>Queues a push for every device; the clock runs from its commit to the commit of the last answer.</summary>
    public async Task<Sample> RunAsync(CancellationToken cancellationToken)
    {
        var all = _accepted.Next(PushedDevices.Count);
        await _devices.QueueAsync(Service<PortalWriter>(), cancellationToken);
        var started = Stopwatch.GetTimestamp();
        Service<PushSignal>().Wake();
        await all.WaitAsync(Patience, cancellationToken);
        var sample = new Sample(PushedDevices.Count, Stopwatch.GetElapsedTime(started));
        await RequireEmptyAsync(cancellationToken);
        return sample;
    }

    public async ValueTask DisposeAsync()
    {
        _accepted.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task RequireEmptyAsync(CancellationToken cancellationToken)
    {
        await using var db = await Service<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
        if (await db.PendingPushes.AnyAsync(cancellationToken))
            throw new InvalidOperationException("Pushes still wait although as many were accepted as there were.");
    }

    private T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();
}
