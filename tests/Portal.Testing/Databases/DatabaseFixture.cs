using Portal.Data.Storage;
using Portal.Testing.Postgres;
using Xunit;

namespace Portal.Testing.Databases;

/// <summary>
/// One database for a test class. A class that is to hold on both databases is written once, abstract, over
/// <see cref="DatabaseFixture"/>, and has two sealed children of one line, over <see cref="SqliteFixture"/> and <see cref="PostgresFixture"/>.
/// </summary>
public abstract class DatabaseFixture(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase? _database;

    public DatabaseProvider Provider => provider;

    /// <summary>The database; skips the test (fails it in CI) when there can be none.</summary>
    public TestDatabase Database
    {
        get
        {
            Needs.PostgresFor(provider);
            return _database ?? throw new InvalidOperationException("The fixture is not ready yet.");
        }
    }

    public virtual async ValueTask InitializeAsync()
    {
        if (provider is DatabaseProvider.Sqlite || PostgresCluster.WhyMissing is null)
            _database = await TestDatabase.CreateAsync(provider, TestContext.Current.CancellationToken);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <inheritdoc cref="DatabaseFixture"/>
public sealed class SqliteFixture() : DatabaseFixture(DatabaseProvider.Sqlite);

/// <inheritdoc cref="DatabaseFixture"/>
public sealed class PostgresFixture() : DatabaseFixture(DatabaseProvider.PostgreSql);
