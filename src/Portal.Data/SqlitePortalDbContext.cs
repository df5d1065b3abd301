using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data;

/// <summary>The portal on its embedded database: one file, one process.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
    }
}
