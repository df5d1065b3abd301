namespace Portal.Data.Accounts;

/// <summary>The one-time link that makes the owner account. Only a hash of its code is stored.</summary>
public sealed class SetupLink
{
    public int Id { get; set; }

    /// <summary>SHA-256 of the code, lower-case hex.</summary>
    public required string CodeHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}
