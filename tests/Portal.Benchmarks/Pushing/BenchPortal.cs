using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Portal.Certificates;
using Portal.Testing;
using Portal.Testing.Databases;

namespace Portal.Benchmarks.Pushing;

/// <summary>The whole portal in this process, with the benchmark's certificate and a push service.</summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BenchPortal(WebApplication app, int passTypeId) => (_app, PassTypeId) = (app, passTypeId);

    /// <summary>The id of the pass type of the certificate.</summary>
    public int PassTypeId { get; }

    /// <param name="database">Migrated.</param>
    /// <param name="folder">Its data folder.</param>
    /// <param name="service">Where it pushes.</param>
    /// <param name="bulkPerSecond">The pace that bulk work is held to; 0 for none.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<BenchPortal> StartAsync(
        TestDatabase database, TemporaryFolder folder, PushService service, int bulkPerSecond, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(folder.File("apns-root.pem"), service.Server.Root, cancellationToken);
        var app = PortalApp.Build(
        [
            "--urls=http://127.0.0.1:0", "--environment=Production", $"--contentRoot={Repository.Root}",
            $"--Database:Provider={database.Provider}", $"--ConnectionStrings:Portal={database.ConnectionString}", $"--Data:Folder={folder.Path}",
            "--Portal:PublicBaseUrl=https://passes.example.com", "--Demo:Enabled=false", $"--Push:BulkPerSecond={bulkPerSecond}",
            $"--Apns:Connections={PushService.Connections}", $"--Apns:BaseAddress={service.Server.Address}",
            $"--Apns:TrustedRootFile={folder.File("apns-root.pem")}", "--Logging:LogLevel:Default=Warning",
        ]);
        await app.StartAsync(cancellationToken);
        var taken = await app.Services.GetRequiredService<CertificateStore>()
            .UploadAsync(new CertificateUpload(service.Pkcs12, PushService.Password, By: null), cancellationToken);
        return new BenchPortal(app, taken.PassTypeId);
    }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
