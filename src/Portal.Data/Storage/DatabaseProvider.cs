namespace Portal.Data.Storage;

/// <summary>The databases the portal runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>The embedded default: one file, one process.</summary>
    Sqlite,

    /// <summary>For more than one machine.</summary>
    PostgreSql,
}
