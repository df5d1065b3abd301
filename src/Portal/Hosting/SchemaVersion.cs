using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Hosting;

/// <summary>Which version of the portal a database belongs to, by its migrations.</summary>
public static class SchemaVersion
{
    /// <summary>A migration the database has and this program does not know: it was made by a newer one.</summary>
    public static string? UnknownOf(PortalDbContext db, IEnumerable<string> applied)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        return applied.FirstOrDefault(migration => !known.Contains(migration));
    }
}
