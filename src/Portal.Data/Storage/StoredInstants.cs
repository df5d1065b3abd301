using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Storage;

/// <summary>Instants in hand-written SQL: each provider stores them its own way.</summary>
public static class StoredInstants
{
    /// <summary>The parameter value that stands for an instant in this database.</summary>
    public static object StoredInstant(this PortalDbContext db, DateTimeOffset instant) =>
        db.Database.IsSqlite() ? UtcMicroseconds.From(instant) : instant.ToUniversalTime();
}
