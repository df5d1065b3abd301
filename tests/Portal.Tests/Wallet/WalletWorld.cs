using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Certificates;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Storage;
using Portal.Passes;
using Portal.Testing;
using Portal.Testing.Builders;
using Portal.Testing.Hosting;
using Portal.Testing.Postgres;

namespace Portal.Tests.Wallet;

/// <summary>A running portal with one pass type that can sign, and devices that call it by hand.</summary>
public abstract class WalletWorld(DatabaseProvider provider) : IAsyncLifetime
{
    public const string PassType = "pass.test.wallet";

    private readonly SignerOfAuthority _signer = SignerOfAuthority.Create(PassType, "TEAM123456");
    private PortalHost? _portal;
    private long _design;

    public PortalHost Portal
    {
        get
        {
            Needs.PostgresFor(provider);
            return _portal ?? throw new InvalidOperationException("The fixture is not ready yet.");
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (provider is DatabaseProvider.PostgreSql && PostgresCluster.WhyMissing is not null)
            return;
        _portal = await PortalHost.StartAsync(
            new PortalHostOptions { Provider = provider, Configure = builder => builder.Services.AddSingleton<IPassSigners>(_signer) }, Cancelled);
        await using var db = await _portal.Contexts.CreateDbContextAsync(Cancelled);
        var type = await db.AddPassTypeAsync(PassType);
        _design = (await db.AddPublishedDesignAsync(type)).Id;
        var certificate = new SigningCertificate
        {
            PassTypeId = type.Id, Certificate = [1], Intermediate = [2], ProtectedKey = [3], UploadedAt = DateTimeOffset.UtcNow,
            Thumbprint = _signer.Signer.Certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
            NotBefore = _signer.Signer.NotBefore, NotAfter = _signer.Signer.NotAfter,
        };
        db.SigningCertificates.Add(certificate);
        await db.SaveChangesAsync(Cancelled);
        type.SigningCertificateId = certificate.Id;
        await db.SaveChangesAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
        _signer.Signer.Dispose();
        GC.SuppressFinalize(this);
    }

    public Task<IssuedPass> IssueAsync() => Portal.Service<PassChanges>().IssueAsync(_design, new NewPass(PassValues.Empty), new Author("Ada"), Cancelled);

    public async Task<long> ChangeAsync(IssuedPass pass, string points)
    {
        var now = await PassAsync(pass);
        var edit = new PassEdit
        {
            ChangeId = Guid.CreateVersion7(), PassId = pass.Id, ExpectedRevision = now.Revision,
            Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["points"] = points },
        };
        return Assert.IsType<SaveOutcome.Saved>(await Portal.Service<PassChanges>().SaveAsync(edit, new Author("Ada"), Cancelled)).Tag;
    }

    /// <summary>How many packages were signed so far.</summary>
    public int Signed => _signer.Asked;

    /// <summary>Downloads the pass and registers it, as a phone does when somebody adds it.</summary>
    public async Task InstallAsync(IssuedPass pass, string device)
    {
        await DownloadAsync(pass);
        await RegisterAsync(pass, device);
    }

    public async Task DownloadAsync(IssuedPass pass)
    {
        using var download = await Portal.Http.GetAsync(new Uri($"/p/{pass.DownloadCode}.pkpass", UriKind.Relative), Cancelled);
        download.EnsureSuccessStatusCode();
    }

    public async Task RegisterAsync(IssuedPass pass, string device)
    {
        using var request = Request(HttpMethod.Post, $"/v1/devices/{device}/registrations/{PassType}/{pass.SerialNumber}", pass);
        request.Content = new StringContent($$"""{"pushToken":"{{Convert.ToHexString(Guid.NewGuid().ToByteArray())}}"}""");
        using var answer = await Portal.Http.SendAsync(request, Cancelled);
        answer.EnsureSuccessStatusCode();
    }

    public Task<HttpResponseMessage> ListAsync(string device, string? tag = null, string agent = "passd/1.0")
    {
        var query = tag is null ? "" : "?passesUpdatedSince=" + tag;
        return SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v1/devices/{device}/registrations/{PassType}{query}"), agent);
    }

    public Task<HttpResponseMessage> FetchAsync(IssuedPass pass, string agent = "passd/1.0") =>
        SendAsync(Request(HttpMethod.Get, $"/v1/passes/{PassType}/{pass.SerialNumber}", pass), agent);

    public async Task<Registration> RegistrationAsync(IssuedPass pass, string device)
    {
        await using var db = await Portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.Registrations.AsNoTracking().SingleAsync(row => row.PassId == pass.Id && row.Device!.LibraryIdentifier == device, Cancelled);
    }

    public async Task<IssuedPass> PassAsync(IssuedPass pass)
    {
        await using var db = await Portal.Contexts.CreateDbContextAsync(Cancelled);
        return await db.Passes.AsNoTracking().SingleAsync(row => row.Id == pass.Id, Cancelled);
    }

    /// <summary>Breaks the database, or mends it again.</summary>
    public async Task RunSqlAsync(string sql)
    {
        await using var db = await Portal.Contexts.CreateDbContextAsync(Cancelled);
        await db.Database.ExecuteSqlRawAsync(sql, Cancelled);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage owned, string agent)
    {
        using var request = owned;
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return await Portal.Http.SendAsync(request, Cancelled);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, IssuedPass pass) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("ApplePass", pass.AuthenticationToken) } };
}

public sealed class WalletOnSqlite() : WalletWorld(DatabaseProvider.Sqlite);

public sealed class WalletOnPostgres() : WalletWorld(DatabaseProvider.PostgreSql);
