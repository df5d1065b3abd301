namespace Portal.Hosting;

/// <summary>The section <c>Data</c>.</summary>
public sealed record DataOptions
{
    public const string Section = "Data";

    /// <summary>The full path of the folder for the embedded database, the master key, the lock file and the clock mark.</summary>
    public required string Folder { get; init; }

    /// <summary>The master key from configuration instead of a file: 32 bytes, or null.</summary>
    public byte[]? MasterKey { get; init; }

    /// <summary>Whether a new master key may be made although the database holds secrets under one that is lost.</summary>
    public bool NewMasterKey { get; init; }
}
