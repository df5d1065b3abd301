using Microsoft.EntityFrameworkCore;
using Portal.Benchmarks.Listing;
using Portal.Benchmarks.Load;
using Portal.Benchmarks.Pushing;
using Portal.Data;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Databases;
using Portal.Testing.Hosting;

namespace Portal.Benchmarks.Stocked;

/// <summary>A portal in a process of its own with any number of passes of one design, each on phones of its own, and a push service.</summary>
internal sealed class StockedPortal : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly HttpClient _http;

    private StockedPortal(TestDatabase database, TemporaryFolder folder, PortalProcess process, Uri address)
    {
        (Database, _folder, Process, Address) = (database, folder, process, address);
        _http = new HttpClient { BaseAddress = address };
        Orders = new Orders(_http, new Ledger());
    }

    public TestDatabase Database { get; }

    public PortalProcess Process { get; }

    public Uri Address { get; }

    /// <summary>What staff ask it for.</summary>
    public Orders Orders { get; }

    public long DesignId { get; private set; }

    /// <summary>What an answer of the list says, after which nothing changed.</summary>
    public string Tag { get; private set; } = "";

    public static async Task<StockedPortal> StartAsync(DatabaseProvider provider, PushService service, int count, CancellationToken cancellationToken)
    {
        var (database, folder) = (await TestDatabase.CreateDurableAsync(provider, cancellationToken), TemporaryFolder.Create());
        await File.WriteAllTextAsync(folder.File("apns-root.pem"), service.Server.Root, cancellationToken);
        var settings = ListRatio.Settings(database, folder);
        settings["Apns:BaseAddress"] = service.Server.Address.ToString();
        settings["Apns:TrustedRootFile"] = folder.File("apns-root.pem");
        var process = PortalProcess.Start(settings, environment: "Production");
        var portal = new StockedPortal(database, folder, process, await process.Address.WaitAsync(cancellationToken));
        await portal.StockAsync(service, count, cancellationToken);
        return portal;
    }

    public string FileOf(string name) => _folder.File(name);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Process.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StockAsync(PushService service, int count, CancellationToken cancellationToken)
    {
        DesignId = await Orders.DesignAsync(await Orders.CertificateAsync(service.Pkcs12, PushService.Password, cancellationToken), cancellationToken);
        var clock = await Database.Writer.WriteAsync(
            async (db, token) =>
            {
                var design = await db.Designs.SingleAsync(row => row.Id == DesignId, token);
                var now = await db.UpdateClocks.AsNoTracking().SingleAsync(token);
                await db.AddInstalledPassesAsync(design, first: 0, count, now.Number);
                return now;
            },
            cancellationToken);
        Tag = new UpdateTag(clock.Epoch, clock.Number).ToString();
        await Database.AnalyzeAsync(cancellationToken);
    }
}
