using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Passbook.Generator;
using Portal.Benchmarks.Listing;
using Portal.Benchmarks.Load;
using Portal.Data.Storage;
using Portal.Testing;
using Portal.Testing.Databases;
using Portal.Testing.Hosting;

namespace Portal.Benchmarks.Getting;

/// <summary>A portal in a process of its own with two hundred passes of a design with images.</summary>
internal sealed class FetchedPasses : IAsyncDisposable
{
    private const string PassType = "pass.com.example.benchmark";
    private const string Team = "TEAM123456";
    private const string Password = "benchmark";
    private const int Count = 200;

    private readonly TestDatabase _database;
    private readonly TemporaryFolder _folder;
    private readonly PortalProcess _process;
    private IReadOnlyList<(string Serial, string Token)> _passes = [];

    private FetchedPasses(TestDatabase database, TemporaryFolder folder, PortalProcess process, Uri address)
    {
        (_database, _folder, _process, Address) = (database, folder, process, address);
    }

    public Uri Address { get; }

    public static async Task<FetchedPasses> StartAsync(DatabaseProvider provider, int cacheMegabytes, CancellationToken cancellationToken)
    {
        var (database, folder) = (await TestDatabase.CreateDurableAsync(provider, cancellationToken), TemporaryFolder.Create());
        var settings = ListRatio.Settings(database, folder);
        settings["Packages:CacheMegabytes"] = cacheMegabytes.ToString(CultureInfo.InvariantCulture);
        var process = PortalProcess.Start(settings, environment: "Production");
        var passes = new FetchedPasses(database, folder, process, await process.Address.WaitAsync(cancellationToken));
        await passes.IssueAsync(cancellationToken);
        return passes;
    }

    public string FileOf(string name) => _folder.File(name);

    /// <summary>A request for each pass, as it stands on the wire.</summary>
    public IReadOnlyList<byte[]> Requests() => [.. _passes.Select(pass => Request(pass, ""))];

    /// <summary>The same by phones that have the newest version.</summary>
    public async Task<IReadOnlyList<byte[]>> ConditionalRequestsAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        List<byte[]> requests = [];
        foreach (var pass in _passes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/passes/{PassType}/{pass.Serial}");
            request.Headers.Authorization = new AuthenticationHeaderValue("ApplePass", pass.Token);
            using var answer = await http.SendAsync(request, cancellationToken);
            requests.Add(Request(pass, $"If-None-Match: {answer.Headers.ETag}\r\n"));
        }

        return requests;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private static byte[] Request((string Serial, string Token) pass, string header) => Encoding.ASCII.GetBytes(
        $"GET /v1/passes/{PassType}/{pass.Serial} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ApplePass {pass.Token}\r\n{header}\r\n");

    private async Task IssueAsync(CancellationToken cancellationToken)
    {
        using var authority = DevelopmentAuthority.Create(TimeProvider.System);
        using var http = new HttpClient { BaseAddress = Address };
        var orders = new Orders(http, new Ledger());
        var passType = await orders.CertificateAsync(authority.IssuePassCertificate(PassType, Team, Password), Password, cancellationToken);
        await orders.IssueAsync(await orders.DesignAsync(passType, cancellationToken), Count, cancellationToken);
        await using var db = await _database.Contexts.CreateDbContextAsync(cancellationToken);
        _passes = [.. (await db.Passes.Select(pass => new { pass.SerialNumber, pass.AuthenticationToken }).ToListAsync(cancellationToken))
            .Select(pass => (pass.SerialNumber, pass.AuthenticationToken))];
    }
}
