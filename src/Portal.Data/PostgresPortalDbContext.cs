using Microsoft.EntityFrameworkCore;
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
}
