using Bunit;
using Portal.Testing.Databases;

namespace Portal.Components.Tests.Support;

/// <summary>Tests of pages over a database that can lose an answer.</summary>
public abstract class LossyPageTests : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private protected LossyPageTests(SqliteFixture fixture)
    {
        Database = fixture.Database;
        Lossy = new LossyDatabase(Database);
        Context = PortalComponents.Over(Database, Lossy);
    }

    private protected TestDatabase Database { get; }

    private protected LossyDatabase Lossy { get; }

    private protected BunitContext Context { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Lossy.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
