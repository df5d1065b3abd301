using Portal.Data.Storage;

namespace Portal.Hosting;

/// <summary>The section <c>Database</c>, and the connection string that belongs to it.</summary>
public sealed record DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; init; }

    /// <summary>Whether the program brings the schema up to date when it starts, or only checks it.</summary>
    public bool MigrateAtStart { get; init; } = true;

    /// <summary><c>ConnectionStrings:Portal</c>; for SQLite <c>portal.db</c> in the data folder when there is none.</summary>
    public required string ConnectionString { get; init; }
}
