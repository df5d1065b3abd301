using Microsoft.EntityFrameworkCore;
using Portal.Data.Devices;
using Portal.Data.Storage;

namespace Portal.Data;

/// <summary>The portal on PostgreSQL, where more than one process may work.</summary>
public sealed class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options) : PortalDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
    }

    // Each push and each fetch marks a row: with room left on its page it stays there, and no index has to be told.
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<PushTarget>().HasStorageParameter("fillfactor", 60);
        builder.Entity<Registration>().HasStorageParameter("fillfactor", 80);
    }
}
