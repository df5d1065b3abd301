using Portal.Data.Storage;
using Portal.Testing.Postgres;
using Xunit;

namespace Portal.Testing.Hosting;

/// <summary>
/// One running portal for a test class, on either database. A class that is to hold on both is written once, abstract,
/// over <see cref="PortalFixture"/>, and has two sealed children of one line, over <see cref="PortalOnSqlite"/> and <see cref="PortalOnPostgres"/>.
/// </summary>
public abstract class PortalFixture(DatabaseProvider provider) : IAsyncLifetime
{
    private PortalHost? _portal;

    /// <summary>The portal; skips the test (fails it in CI) when its database cannot be had.</summary>
    public PortalHost Portal
    {
        get
        {
            Needs.PostgresFor(provider);
            return _portal ?? throw new InvalidOperationException("The fixture is not ready yet.");
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (provider is DatabaseProvider.Sqlite || PostgresCluster.WhyMissing is null)
            _portal = await PortalHost.StartAsync(new PortalHostOptions { Provider = provider }, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <inheritdoc cref="PortalFixture"/>
public sealed class PortalOnSqlite() : PortalFixture(DatabaseProvider.Sqlite);

/// <inheritdoc cref="PortalFixture"/>
public sealed class PortalOnPostgres() : PortalFixture(DatabaseProvider.PostgreSql);
