using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Tests.Hosting;

/// <summary>A database that answers until it is broken.</summary>
internal sealed class BrokenDatabase(IDbContextFactory<SqlitePortalDbContext> inner) : IDbContextFactory<PortalDbContext>
{
    public const string Secret = "the disk of db-7 is on fire";

    private readonly ProviderContextFactory<SqlitePortalDbContext> _whole = new(inner);

    public bool IsBroken { get; set; }

    /// <summary>What a broken one throws.</summary>
    public Exception Failure { get; set; } = new InvalidOperationException(Secret);

    public PortalDbContext CreateDbContext() => IsBroken ? throw Failure : _whole.CreateDbContext();

    public async Task<PortalDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        IsBroken ? throw Failure : await _whole.CreateDbContextAsync(cancellationToken);
}
